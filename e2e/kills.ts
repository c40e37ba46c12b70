/**
 * Kills of the host in the middle of its work, over two desks side by side, one for each core of a small machine.
 * WATCHDESK_KILLS kills in all (100), WATCHDESK_SEED to repeat a run. Exit 1 on any loss.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const KILLS = Number(process.env['WATCHDESK_KILLS'] ?? 100);
const SEED = Number(process.env['WATCHDESK_SEED'] ?? Date.now() % 1_000_000);
const oneDesk = fileURLToPath(new URL('killsOfOneDesk.ts', import.meta.url));

function killsOn(kills: number, seed: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [oneDesk, String(kills), String(seed)], { stdio: 'inherit' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void child.kill(signal));
  });
}

console.log(`${KILLS} kills over the web host, seed ${SEED}`);
const half = Math.ceil(KILLS / 2);
const whole = await Promise.all([killsOn(half, SEED), killsOn(KILLS - half, SEED + 1)]);
process.exit(whole.every(Boolean) ? 0 : 1);
