// How often a command makes the disk write, counted by strace: a run with commands less a run without.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchFolder } from './lib/benchDesk.ts';
import { printTable, verdict } from './lib/figures.ts';

const COMMANDS = 500;
const SCRIPT = fileURLToPath(new URL('lib/commitMany.ts', import.meta.url));

function countSyncs(folder: string, commands: number): number {
  const out = join(folder, `trace-${commands}`);
  const traced = ['-f', '-e', 'trace=fsync,fdatasync,sync_file_range', '-o', out, process.execPath, SCRIPT];
  const { status } = spawnSync('strace', [...traced, join(folder, `desk-${commands}.db`), String(commands)], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`strace ended with ${status}`);
  return readFileSync(out, 'utf8')
    .split('\n')
    .filter((line) => /\b(?:fsync|fdatasync|sync_file_range)\(/.test(line)).length;
}

if (spawnSync('strace', ['-V']).status !== 0) {
  console.log('NOT RUN: strace is not here (on Debian: apt-get install strace)');
} else {
  const { folder, remove } = benchFolder();
  try {
    const without = countSyncs(folder, 0);
    const withCommands = countSyncs(folder, COMMANDS);
    const each = (withCommands - without) / COMMANDS;
    printTable([
      ['fsync and fdatasync', 'count'],
      ['open, set up, close', String(without)],
      [`the same and ${COMMANDS} commands`, String(withCommands)],
    ]);
    verdict('per command', each, 1.01, 'syncs');
  } finally {
    remove();
  }
}
