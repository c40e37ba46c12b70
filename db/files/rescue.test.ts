import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqlite } from '#db/log/sqlite.ts';
import { openIncident, readyDesk, START, type TestDesk, tempFolder, testDesk } from '#db/testing/testDesk.ts';
import type { KeptFile } from '#shared/domain/attachment/attachment.ts';
import { listBackups } from './backup.ts';
import { DeskFileError } from './fileError.ts';
import { attachmentPath, backedUpName } from './names.ts';
import { buildRescue, putBuiltInPlace } from './rescue.ts';
import { verifyFile } from './verifyFile.ts';

const NOW = START + 86_400_000;
const AT_BACKUP = 4;

type Scene = { folder: string; path: string; left: string[] };

/** A desk with one incident in its backup and `later` notes after it, closed in order. */
async function closedDesk(later: number, backUp = true): Promise<Scene> {
  const folder = tempFolder();
  const path = join(folder, 'live.db');
  const desk = readyDesk({ path });
  openIncident(desk, 'i1');
  if (backUp) await desk.backUp();
  for (let n = 0; n < later; n += 1) note(desk, n);
  desk.drafts.save('intake', '"typed after the backup"');
  desk.close();
  return { folder, path, left: readdirSync(folder) };
}

const note = (desk: TestDesk, n: number): void =>
  void desk.must({ type: 'AddNote', incidentId: 'i1', entryId: `note-${n}`, text: `第 ${n} 条 ${'长'.repeat(400)}` });

/** The refusal a start ends with. */
function refusedOpening(path: string): DeskFileError {
  try {
    testDesk({ path }).close();
  } catch (thrown) {
    if (thrown instanceof DeskFileError) return thrown;
    throw thrown;
  }
  throw new Error('it opened');
}

const rescue = async (path: string) => {
  const { params } = refusedOpening(path);
  return buildRescue({ path, kind: 'live', setAside: params['setAside'] as string | null, now: NOW });
};

const notesOf = (path: string): string[] => {
  const desk = testDesk({ path });
  const asked = desk.query({ type: 'getIncident', incidentId: 'i1' });
  const notes = asked.ok ? asked.result.entries.map(({ entryId }) => entryId) : [];
  desk.close();
  return notes.filter((id) => id.startsWith('note-'));
};

const upTo = (count: number): string[] => Array.from({ length: count }, (_, n) => `note-${n}`);

describe('rescue of a damaged file', () => {
  test('[FILE-7] a truncated file: the backup, with every later entry the damaged file still proves', async () => {
    const { folder, path } = await closedDesk(60);
    truncateSync(path, Math.floor(statSync(path).size * 0.8));
    const found = await rescue(path);
    expect(found.backup).toMatchObject({ entries: AT_BACKUP });
    expect(found.entries).toBe(AT_BACKUP + found.salvaged);
    expect(found.missing).toBe(60 - found.salvaged);
    putBuiltInPlace(path, NOW);
    expect(notesOf(path)).toEqual(upTo(found.salvaged));
    expect(verifyFile(path)).toMatchObject({ ok: true, faults: [] });
    expect(readdirSync(folder).filter((name) => /restoring|salvaging/.test(name))).toEqual([]);
  });

  test('[FILE-7] damage in one page only: all entries before it are saved, the incident lists follow', async () => {
    const { path } = await closedDesk(60);
    // The last page of the file belongs to the newest entries.
    const bytes = readFileSync(path);
    bytes.fill(0x5a, bytes.length - 4096);
    writeFileSync(path, bytes);
    writeFileSync(`${path}.lock`, 'the side file is gone too '.repeat(50));
    const found = await rescue(path);
    expect(found.salvaged).toBeGreaterThan(0);
    putBuiltInPlace(path, NOW);
    const desk = testDesk({ path });
    expect(desk.query({ type: 'listIncidents', status: 'open', limit: 10 })).toMatchObject({
      ok: true,
      result: [{ incidentId: 'i1' }],
    });
    openIncident(desk, 'after');
    desk.close();
    expect(verifyFile(path).ok).toBe(true);
  });

  test('[FILE-7] a WAL that was never moved into the file is read too, and left as it was', async () => {
    const folder = tempFolder();
    const path = join(folder, 'live.db');
    const desk = readyDesk({ path });
    openIncident(desk, 'i1');
    await desk.backUp();
    desk.checkpoint();
    for (let n = 0; n < 5; n += 1) note(desk, n);
    // As a power cut leaves it: the file with its WAL, and the tail of the chain cut from nothing.
    const killed = tempFolder();
    for (const name of readdirSync(folder)) {
      if (/\.db(-wal)?$/.test(name)) copyFileSync(join(folder, name), join(killed, name));
    }
    desk.close();
    const wal = readFileSync(join(killed, 'live.db-wal'));
    const found = await buildRescue({
      path: join(folder, 'other.db'),
      kind: 'live',
      setAside: join(killed, 'live.db'),
      now: NOW,
    });
    expect(found).toMatchObject({ backup: null, salvaged: AT_BACKUP + 5 });
    expect(readFileSync(join(killed, 'live.db-wal'))).toEqual(wal);
  });

  test('[FILE-7] a changed entry ends what is saved: nothing after it is taken, whole commands only', async () => {
    const { path } = await closedDesk(6);
    const forge = openSqlite(path);
    forge.exec('DROP TRIGGER log_payload_only_redacted');
    forge
      .prepare(`UPDATE log_payload SET body = replace(body, '第 3 条', '第 9 条') WHERE body LIKE '%第 3 条%'`)
      .run();
    forge.close();
    const found = await buildRescue({ path, kind: 'live', setAside: path, now: NOW });
    expect(found).toMatchObject({ salvaged: 3, entries: AT_BACKUP + 3, missing: 3 });
  });

  test('[FILE-7] of a command with several entries, one unreadable: none of it', async () => {
    const { path } = await closedDesk(0, false);
    const forge = openSqlite(path);
    // The call that opened i1 recorded two entries, 3 and 4.
    forge.exec('DROP TRIGGER log_payload_only_redacted; DROP TRIGGER log_payload_no_delete');
    forge.exec('PRAGMA foreign_keys = OFF; DELETE FROM log_payload WHERE position = 4');
    forge.close();
    const found = await buildRescue({ path, kind: 'live', setAside: path, now: NOW });
    expect(found).toMatchObject({ backup: null, salvaged: 2, entries: 2 });
  });

  test('[FILE-7] without any backup everything the damaged file proves is saved', async () => {
    const { path } = await closedDesk(40, false);
    const copy = `${path}.copy`;
    copyFileSync(path, copy);
    const found = await buildRescue({ path, kind: 'live', setAside: copy, now: NOW });
    expect(found).toMatchObject({ backup: null, salvaged: AT_BACKUP + 40, missing: 0, drafts: 1 });
    rmSync(path);
    putBuiltInPlace(path, NOW);
    expect(notesOf(path)).toEqual(upTo(40));
    const desk = testDesk({ path });
    expect(desk.drafts.list()).toMatchObject([{ key: 'intake', value: '"typed after the backup"' }]);
    desk.close();
  });

  test('[FILE-7] a backup that went bad is passed over for an older sound one', async () => {
    const folder = tempFolder();
    const path = join(folder, 'live.db');
    const desk = readyDesk({ path });
    openIncident(desk, 'i1');
    const older = await desk.backUp();
    desk.clock.pass(60_000);
    note(desk, 0);
    const newer = await desk.backUp();
    desk.close();
    truncateSync(newer?.path ?? '', 9000);
    truncateSync(path, 0);
    const found = await rescue(path);
    expect(found.backup?.path).toBe(older?.path);
    expect(found).toMatchObject({ salvaged: 0, missing: 1 });
    expect(listBackups(path).map((backup) => backup.path)).toContain(newer?.path);
  });

  test.each([
    ['overwritten', (path: string) => writeFileSync(path, 'not a database '.repeat(900))],
    ['cut to one page', (path: string) => truncateSync(path, 4096)],
    ['gone', (path: string) => rmSync(path)],
  ])('[FILE-7] %s: the backup as it is, and what is missing is told', async (_, damage) => {
    const { path } = await closedDesk(7);
    damage(path);
    expect(await rescue(path)).toMatchObject({ entries: AT_BACKUP, salvaged: 0, missing: 7 });
    putBuiltInPlace(path, NOW);
    expect(notesOf(path)).toEqual([]);
  });

  test('[FILE-7] rescued twice: entries of the second life are saved as those of the first', async () => {
    const { path } = await closedDesk(3);
    rmSync(path);
    await rescue(path);
    putBuiltInPlace(path, NOW);
    const second = testDesk({ path });
    note(second, 7);
    second.close();
    const found = await buildRescue({ path, kind: 'live', setAside: path, now: NOW });
    expect(found).toMatchObject({ backup: { entries: AT_BACKUP }, salvaged: 1, missing: 0 });
    renameSync(path, `${path}.elsewhere`);
    putBuiltInPlace(path, NOW);
    expect(notesOf(path)).toEqual(['note-7']);
    expect(verifyFile(path).ok).toBe(true);
  });

  test("[FILE-7] another desk's file proves nothing here", async () => {
    const here = await closedDesk(2);
    const there = await closedDesk(30);
    rmSync(here.path);
    refusedOpening(here.path);
    const found = await buildRescue({ path: here.path, kind: 'live', setAside: there.path, now: NOW });
    expect(found).toMatchObject({ entries: AT_BACKUP, salvaged: 0 });
  });

  test('[FILE-10] files that went with the desk are told before, by where they are', async () => {
    const path = join(tempFolder(), 'live.db');
    const desk = readyDesk({ path });
    openIncident(desk, 'i1');
    const attach = (attachmentId: string): KeptFile => {
      const file = desk.keep(Buffer.from(`%PDF-1.4 ${attachmentId}`), `${attachmentId}.pdf`);
      desk.must({ type: 'AttachFile', incidentId: 'i1', attachmentId, file });
      return file;
    };
    const files = ['stays', 'backedUp'].map(attach);
    await desk.backUp();
    files.push(attach('tooLate'));
    desk.close();
    truncateSync(path, 0);
    for (const file of files.slice(1)) rmSync(attachmentPath(path, file.sha256));
    expect((await rescue(path)).files).toEqual({ named: 2, fromBackup: 1, missing: 0 });
    // What the backups have is held against its length; a cut one is none.
    truncateSync(attachmentPath(backedUpName(path), files[1]?.sha256 ?? ''), 3);
    const again = await buildRescue({ path, kind: 'live', setAside: null, now: NOW });
    expect(again.files).toEqual({ named: 2, fromBackup: 0, missing: 1 });
  });

  test('[FILE-4] a WAL left without its file is set aside, by a restore and by a start with an empty desk', async () => {
    for (const startsEmpty of [false, true]) {
      const { folder, path } = await closedDesk(1);
      rmSync(path);
      writeFileSync(`${path}-wal`, 'committed once');
      if (startsEmpty) {
        testDesk({ path, startEmpty: true }).close();
      } else {
        await rescue(path);
        putBuiltInPlace(path, NOW);
        testDesk({ path }).close();
      }
      const aside = readdirSync(folder).find((name) => /damaged-.*-wal$/.test(name));
      expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe('committed once');
    }
  });

  test('[FILE-4] nothing is ever deleted: what was there before a rescue is there after it', async () => {
    const { folder, path, left } = await closedDesk(9);
    truncateSync(path, 20_000);
    await rescue(path);
    putBuiltInPlace(path, NOW);
    testDesk({ path }).close();
    for (const name of left) expect(existsSync(join(folder, name)), name).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toHaveLength(1);
  });
});
