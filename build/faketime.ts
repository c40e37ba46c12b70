// Finds libfaketime, under which a program's wall clock is moved while it runs. As root on Debian (a CI machine) it is
// installed, saying so; elsewhere nothing is installed unasked.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { isRootOnDebian } from './chromium.ts';

export const HOW_TO_GET_FAKETIME = 'NOT RUN: the host under libfaketime (Debian: apt install faketime)';

const find = (): string | null => globSync('/usr/lib/*/faketime/libfaketimeMT.so.1')[0] ?? null;

export function ensureFaketime(say: (line: string) => void): string | null {
  const found = process.platform === 'linux' && existsSync('/usr/lib') ? find() : null;
  if (found !== null || !isRootOnDebian()) return found;
  say('no libfaketime here; installing faketime with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '--no-install-recommends', 'faketime']]) {
    const { status } = spawnSync('apt-get', ['-qq', '-y', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status !== 0) return null;
  }
  return find();
}
