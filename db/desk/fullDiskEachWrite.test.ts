import { closeSync, copyFileSync, openSync, rmSync, statfsSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyFile } from '#db/files/verifyFile.ts';
import { smallDisk } from '#db/testing/smallDisk.ts';
import { openIncident, readyDesk, tempFolder, testDesk } from '#db/testing/testDesk.ts';

const CASES = 200;
const PAGE = 4096;
/** What opening itself needs: a WAL, its index, the side file. */
const TO_OPEN = 40 * PAGE;
/** How much more each case has; how large its notes are shifts where in a commit the disk is full. */
const STEPS = 25;
const noteOf = (n: number): string => '长'.repeat(700 + n * 7);

/** Leaves that many bytes on the disk; answers the way to give the rest back. */
function leaveFree(folder: string, bytes: number): () => void {
  const { bavail, bsize } = statfsSync(folder);
  const filler = join(folder, 'filler');
  const handle = openSync(filler, 'w');
  writeSync(handle, Buffer.alloc(Math.max(0, bavail * bsize - bytes), 1));
  closeSync(handle);
  return () => rmSync(filler);
}

/** A closed desk with one incident, to be copied. */
function template(): string {
  const path = join(tempFolder(), 'live.db');
  const desk = readyDesk({ path });
  openIncident(desk, 'i1');
  desk.close();
  return path;
}

/**
 * The disk gets full a page later in each case, with notes of another size, so that it happens at every write a commit
 * makes: to the WAL, to its index, to the file when the WAL is moved there.
 */
test(`[FILE-6] full at each write of a commit, ${CASES} times: nothing acknowledged is lost, nothing is half there`, () => {
  const disk = smallDisk(16);
  const from = template();
  const pages = Math.ceil(statSync(from).size / PAGE);
  let refused = 0;
  for (let n = 0; n < CASES; n += 1) {
    const path = join(disk.folder, 'live.db');
    copyFileSync(from, path);
    // Nothing is held back: the very write that does not fit is refused.
    writeFileSync(`${path}.ballast`, '');
    const giveBack = disk.kind === 'tmpfs' ? leaveFree(disk.folder, TO_OPEN + (n % STEPS) * PAGE) : () => undefined;
    const desk = testDesk({ path, ...(disk.kind === 'quota' && { maxPages: pages + 10 + (n % STEPS) }) });
    const acknowledged: string[] = [];
    for (let i = 0; i < CASES; i += 1) {
      const commandId = `note-command-${n}-${i}`;
      const reply = desk.run({ type: 'AddNote', incidentId: 'i1', text: noteOf(n) }, commandId);
      if (i % 7 === 0) desk.checkpoint();
      if (reply.ok) {
        acknowledged.push(commandId);
        continue;
      }
      expect(reply).toEqual({ ok: false, error: { code: 'diskFull', params: {} } });
      refused += 1;
      break;
    }
    const position = desk.position();
    desk.close();
    giveBack();
    expect(verifyFile(path), `case ${n}`).toMatchObject({ ok: true, entries: position });
    const again = testDesk({ path });
    expect(acknowledged.filter((id) => again.log.findCommand(id) === null)).toEqual([]);
    expect(again.position()).toBe(position);
    again.close();
    for (const part of ['', '-wal', '-shm', '.lock', '.lock-journal', '.ballast']) rmSync(path + part, { force: true });
  }
  expect(refused).toBeGreaterThan(CASES / 2);
}, 120_000);
