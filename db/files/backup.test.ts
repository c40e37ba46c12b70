import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqlite } from '#db/log/sqlite.ts';
import { openIncident, readyDesk, type TestDesk, tempFolder, testDesk } from '#db/testing/testDesk.ts';
import type { AttachedTo, KeptFile } from '#shared/domain/attachment/attachment.ts';
import { listBackups } from './backup.ts';
import { DeskFileError } from './fileError.ts';
import { attachmentPath, backupInstant, backupPath } from './names.ts';
import { verifyFile } from './verifyFile.ts';

const DAY_MS = 86_400_000;

function attach(desk: TestDesk, attachmentId: string, words: string, of: AttachedTo = { kind: 'incident' }): KeptFile {
  const file = desk.keep(Buffer.from(`%PDF-1.4 ${words}`), '平面图.pdf');
  desk.must({ type: 'AttachFile', incidentId: 'i1', attachmentId, of, file });
  return file;
}

describe('backups', () => {
  test('[FILE-5] a backup is one whole file with everything that was committed', async () => {
    const path = join(tempFolder(), 'live.db');
    const desk = readyDesk({ path });
    openIncident(desk, 'i1');
    const backup = await desk.backUp();
    if (backup === null) throw new Error('no backup');
    expect(verifyFile(backup.path)).toEqual({ ok: true, entries: 4, redacted: 0, structure: [], faults: [] });
    expect(readdirSync(join(path, '..', 'backups'))).toHaveLength(1);
    expect(desk.query({ type: 'getDesk' })).toMatchObject({ result: { lastBackupAt: backup.at } });
    desk.close();
  });

  test('[FILE-5] commands go on while a backup is made', async () => {
    const path = join(tempFolder(), 'live.db');
    const desk = readyDesk({ path });
    for (let i = 0; i < 50; i += 1) openIncident(desk, `before${i}`);
    const running = desk.backUp();
    openIncident(desk, 'meanwhile');
    const backup = await running;
    expect(verifyFile(backup?.path ?? '').ok).toBe(true);
    expect(desk.query({ type: 'getIncident', incidentId: 'meanwhile' }).ok).toBe(true);
    desk.clock.pass(1);
    expect(await desk.backUp(), 'what came meanwhile is backed up next').not.toBeNull();
    desk.close();
  });

  test('[FILE-5] nothing new, no new backup', async () => {
    const desk = readyDesk({ path: join(tempFolder(), 'live.db') });
    expect(await desk.backUp()).not.toBeNull();
    expect(await desk.backUp()).toBeNull();
    desk.clock.pass(1);
    openIncident(desk, 'i1');
    expect(await desk.backUp()).not.toBeNull();
    desk.close();
  });

  test('[FILE-5] asked for again and again while one is made, one more is made, and never two at once', async () => {
    let [atOnce, most] = [0, 0];
    const desk = readyDesk({
      path: join(tempFolder(), 'live.db'),
      async verify(copy) {
        atOnce += 1;
        most = Math.max(most, atOnce);
        await new Promise((resolve) => setTimeout(resolve, 5));
        atOnce -= 1;
        return verifyFile(copy);
      },
    });
    const first = desk.backUp();
    openIncident(desk, 'i1');
    desk.clock.pass(1);
    const others = await Promise.all(Array.from({ length: 5 }, () => desk.backUp()));
    expect(await first).not.toBeNull();
    expect(others.filter((backup) => backup !== null)).toHaveLength(1);
    expect(most).toBe(1);
    desk.close();
  });

  test('[FILE-5] the desk tells since when something is in no backup: what came meanwhile, and what failed, counts', async () => {
    let whole = true;
    const verify = async (copy: string) => ({ ...verifyFile(copy), ok: whole });
    const desk = readyDesk({ path: join(tempFolder(), 'live.db'), verify });
    const health = () => desk.query({ type: 'getHealth' });
    const first = desk.clock.now();
    expect(health()).toMatchObject({ result: { backups: 0, lastBackupAt: null, unsavedSince: first } });
    desk.clock.pass(60_000);
    const running = desk.backUp();
    openIncident(desk, 'meanwhile');
    await running;
    expect(health()).toMatchObject({
      result: { backups: 1, lastBackupAt: first + 60_000, unsavedSince: first + 60_000 },
    });
    desk.clock.pass(60_000);
    openIncident(desk, 'later');
    whole = false;
    await expect(desk.backUp()).rejects.toThrow();
    expect(health(), 'a backup that failed saved nothing').toMatchObject({ result: { unsavedSince: first + 60_000 } });
    whole = true;
    await desk.backUp();
    expect(health()).toMatchObject({ result: { backups: 2, unsavedSince: null, clockTrusted: true } });
    desk.close();
  });

  test("[FILE-5] a copy that does not verify never gets a backup's name", async () => {
    const path = join(tempFolder(), 'live.db');
    const verify = async (copy: string) => ({ ...verifyFile(copy), ok: false, structure: ['page 7 is missing'] });
    const desk = readyDesk({ path, verify });
    await expect(desk.backUp()).rejects.toMatchObject({ code: 'storage', params: { reason: 'backupNotWhole' } });
    expect(readdirSync(join(path, '..', 'backups'))).toEqual([]);
    expect(desk.query({ type: 'getDesk' })).toMatchObject({ result: { lastBackupAt: null } });
    desk.close();
  });

  test('[FILE-5] a forged entry is found by the verification of a backup', async () => {
    const path = join(tempFolder(), 'live.db');
    const desk = readyDesk({ path });
    openIncident(desk, 'i1');
    const forger = openSqlite(path);
    forger.exec('DROP TRIGGER log_entry_no_update; UPDATE log_entry SET recorded_at = 1 WHERE position = 3');
    forger.close();
    await expect(desk.backUp()).rejects.toMatchObject({
      params: { faults: [{ position: 3, kind: 'changedEntry' }] },
    });
    desk.close();
  });

  test('[FILE-5] a file that is no database any more is told as damaged', () => {
    const path = join(tempFolder(), 'torn.db');
    writeFileSync(path, 'x'.repeat(10_000));
    expect(verifyFile(path)).toMatchObject({ ok: false, structure: ['SQLITE_NOTADB'] });
  });

  test('[FILE-5] old backups are thinned out, those of another desk are left alone', async () => {
    const folder = tempFolder();
    const path = join(folder, 'live.db');
    const other = readyDesk({ path: join(folder, 'live-drill.db'), kind: 'drill' });
    await other.backUp();
    const desk = readyDesk({ path });
    const first = await desk.backUp();
    for (let day = 1; day <= 40; day += 1) {
      desk.clock.pass(DAY_MS / 2);
      openIncident(desk, `i${day}`);
      await desk.backUp();
    }
    // 5 within 48 hours and 12 days; the first week is among those.
    expect(listBackups(path)).toHaveLength(17);
    expect(existsSync(first?.path ?? '')).toBe(false);
    expect(listBackups(join(folder, 'live-drill.db'))).toHaveLength(1);
    desk.close();
    other.close();
  });

  test('[FILE-10] a backup carries the attached files, each once, only what is new; thinning out takes none of them', async () => {
    const path = join(tempFolder(), 'live.db');
    const desk = readyDesk({ path });
    openIncident(desk, 'i1');
    attach(desk, 'f1', 'one');
    attach(desk, 'f2', 'one', { kind: 'call', callId: 'call-of-i1' });
    expect(await desk.backUp()).toMatchObject({ files: { copied: 1, missing: 0 } });
    const lost = attach(desk, 'f3', 'two');
    rmSync(attachmentPath(path, lost.sha256));
    const changed = attach(desk, 'f4', 'three');
    writeFileSync(attachmentPath(path, changed.sha256), Buffer.alloc(changed.size, 7));
    desk.clock.pass(DAY_MS);
    expect(await desk.backUp()).toMatchObject({ files: { copied: 0, missing: 2 } });
    const stored = () =>
      readdirSync(join(path, '..', 'backups', 'live-attachments'), { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile(),
      );
    expect(stored()).toHaveLength(1);
    for (let day = 1; day <= 40; day += 1) {
      desk.clock.pass(DAY_MS);
      desk.must({ type: 'AddNote', incidentId: 'i1', text: `第${day}天` });
      await desk.backUp();
    }
    expect(listBackups(path).length).toBeLessThan(40);
    expect(stored()).toHaveLength(1);
    desk.close();
  });

  test('[FILE-10] where the files cannot be copied the log is backed up all the same, and it counts as not saved', async () => {
    const path = join(tempFolder(), 'live.db');
    let isFull = true;
    const copyFiles = async (): Promise<{ copied: number; missing: number }> => {
      if (isFull) throw new DeskFileError('diskFull', {});
      return { copied: 0, missing: 0 };
    };
    const desk = readyDesk({ path, copyFiles });
    const since = desk.clock.now();
    desk.clock.pass(60_000);
    await expect(desk.backUp()).rejects.toMatchObject({ code: 'diskFull' });
    const health = () => desk.query({ type: 'getHealth' });
    expect(health()).toMatchObject({ result: { backups: 1, lastBackupAt: since + 60_000, unsavedSince: since } });
    isFull = false;
    desk.clock.pass(60_000);
    expect(await desk.backUp()).not.toBeNull();
    expect(health()).toMatchObject({ result: { backups: 2, unsavedSince: null } });
    desk.close();
  });

  test('[FILE-3] a backup knows that it is one: opened elsewhere it starts a chain of its own', async () => {
    const path = join(tempFolder(), 'live.db');
    const desk = readyDesk({ path });
    const backup = await desk.backUp();
    const opened = testDesk({ path: backup?.path ?? '' });
    expect(opened.log.chainId).not.toBe(desk.log.chainId);
    opened.close();
    desk.close();
  });

  test('[FILE-5] names of backups hold their instant', () => {
    const at = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
    const name = backupPath('/data/live.db', at).split('/').at(-1) ?? '';
    expect(name).toBe('live-20260102T030405.678Z.db');
    expect(backupInstant('/data/live.db', name)).toBe(at);
    expect(backupInstant('/data/drill.db', name)).toBeNull();
    expect(backupInstant('/data/live.db', `${name}.tmp`)).toBeNull();
    expect(backupInstant('/data/live.db', 'live-letter.db')).toBeNull();
  });

  test('[FILE-5] a half-made copy of a crash is replaced, not used', async () => {
    const path = join(tempFolder(), 'live.db');
    const desk = readyDesk({ path });
    const now = desk.clock.now();
    mkdirSync(join(path, '..', 'backups'));
    writeFileSync(`${backupPath(path, now)}.tmp`, 'half');
    expect(listBackups(path)).toEqual([]);
    const backup = await desk.backUp();
    expect(verifyFile(backup?.path ?? '').ok).toBe(true);
    desk.close();
  });
});
