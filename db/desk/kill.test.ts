import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openSqlite } from '#db/log/sqlite.ts';
import { finish, verifyChain } from '#db/log/verify.ts';
import { tempFolder, testDesk } from '#db/testing/testDesk.ts';

const SCRIPT = fileURLToPath(new URL('../testing/committer.ts', import.meta.url));

function startCommitter(
  path: string,
  first: number,
  mode: string,
): { child: ChildProcess; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, [SCRIPT, path, String(first), mode], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  return { child, lines };
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));

/** Lets it acknowledge that many commands, kills it, and answers everything it had acknowledged. */
async function killAfter(path: string, first: number, acknowledged: number): Promise<string[]> {
  const { child, lines } = startCommitter(path, first, 'run');
  const exit = ended(child);
  const heard: string[] = [];
  for (;;) {
    const line = await lines.next();
    if (line.done === true) break;
    heard.push(line.value);
    if (heard.length === acknowledged) child.kill('SIGKILL');
  }
  expect(await exit).toBe('SIGKILL');
  return heard.filter((line) => line !== 'ready');
}

describe('a killed desk', () => {
  test('[LOG-7] every acknowledged command is there after each of five kills, and the chain is whole', async () => {
    const path = join(tempFolder(), 'live.db');
    const acknowledged: string[] = [];
    for (const [round, count] of [1, 2, 17, 60, 140].entries()) {
      acknowledged.push(...(await killAfter(path, round * 10_000, count)));
      const desk = testDesk({ path });
      expect(desk.uncleanEnd).toBe(true);
      const missing = acknowledged.filter((id) => desk.log.findCommand(id) === null);
      expect(missing).toEqual([]);
      desk.close();
    }
    const db = openSqlite(path, { readonly: true });
    expect(finish(verifyChain(db)).faults).toEqual([]);
    expect(db.prepare('SELECT count(*) FROM log_chain').pluck().get(), 'a crash is no copy').toBe(1);
    db.close();
    expect(acknowledged.length).toBeGreaterThan(200);
  });

  test('[DESK-1] killed inside a transaction it leaves nothing of it', async () => {
    const path = join(tempFolder(), 'live.db');
    const { child } = startCommitter(path, 0, 'inside');
    expect(await ended(child)).toBe('SIGKILL');
    const desk = testDesk({ path });
    expect(desk.position()).toBe(4);
    expect(desk.log.findCommand('half-written')).toBeNull();
    expect(desk.log.hasEntry('half-0')).toBe(false);
    desk.close();
  });

  test('[FILE-1] another process is refused while the desk lives, and gets in once it is killed', async () => {
    const path = join(tempFolder(), 'live.db');
    const { child, lines } = startCommitter(path, 0, 'open');
    const exit = ended(child);
    expect(await lines.next()).toMatchObject({ value: 'ready' });
    expect(() => testDesk({ path })).toThrow(expect.objectContaining({ code: 'fileInUse' }));
    child.kill('SIGKILL');
    await exit;
    const desk = testDesk({ path });
    expect(desk.position()).toBe(4);
    desk.close();
  });
});
