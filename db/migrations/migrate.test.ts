import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFile } from '#db/files/openFile.ts';
import { setPragmas } from '#db/log/pragmas.ts';
import { openSqlite } from '#db/log/sqlite.ts';
import { readyDesk, START, tempFolder, testDesk } from '#db/testing/testDesk.ts';
import type { DeskKind } from '#shared/contract/rows.ts';
import { MIGRATIONS, migrate } from './migrate.ts';

const KINDS: readonly DeskKind[] = ['live', 'drill', 'practice'];
const open = (path: string, kind: DeskKind) => openFile({ path, kind, now: START, newToken: () => 'token' });

describe('migrations', () => {
  test('[FILE-2] the schema of a new file', async () => {
    const db = openSqlite(':memory:');
    migrate(db, 'live', () => undefined);
    const schema = db
      .prepare<[], string>(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name`)
      .pluck()
      .all();
    await expect(`${schema.join(';\n\n')};\n`).toMatchFileSnapshot('schema.snapshot.sql');
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.at(-1)?.version);
  });

  test('[FILE-2] versions are tens, each higher than the one before', () => {
    const versions = MIGRATIONS.map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(versions.every((version) => version % 10 === 0)).toBe(true);
    expect(new Set(versions).size).toBe(versions.length);
  });

  test('[FILE-2] every step reaches the same schema from any older file, with its data', () => {
    for (const [index, older] of MIGRATIONS.entries()) {
      const db = openSqlite(':memory:');
      setPragmas(db);
      migrate(db, 'live', () => undefined, MIGRATIONS.slice(0, index + 1));
      db.exec(`INSERT INTO log_stream (name) VALUES ('incident/old')`);
      let backups = 0;
      migrate(db, 'live', () => {
        backups += 1;
      });
      expect(backups, `from ${older.version}`).toBe(index === MIGRATIONS.length - 1 ? 0 : 1);
      expect(db.prepare('SELECT name FROM log_stream').pluck().all()).toEqual(['incident/old']);
      expect(db.prepare('SELECT count(*) FROM draft').pluck().get()).toBe(0);
    }
  });

  test('[FILE-5] an older file is backed up before it is changed', () => {
    const folder = tempFolder();
    const path = `${folder}/live.db`;
    const old = openFile({ path, kind: 'live', now: START, newToken: () => 'a', migrations: MIGRATIONS.slice(0, 1) });
    old.close();
    expect(existsSync(`${folder}/backups`)).toBe(false);
    const desk = testDesk({ path });
    expect(desk.drafts.list()).toEqual([]);
    desk.close();
    const [backup = ''] = readdirSync(`${folder}/backups`);
    const kept = openSqlite(`${folder}/backups/${backup}`, { readonly: true });
    expect(kept.pragma('user_version', { simple: true })).toBe(10);
    kept.close();
  });

  test('[FILE-2] a step that fails leaves the file as it was', () => {
    const path = `${tempFolder()}/live.db`;
    open(path, 'live').close();
    const migrations = [...MIGRATIONS, { version: 990, sql: 'CREATE TABLE half (a); CREATE TABLE broken (' }];
    expect(() => openFile({ path, kind: 'live', now: START, newToken: () => 'b', migrations })).toThrow();
    const after = open(path, 'live');
    expect(after.db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.at(-1)?.version);
    expect(after.db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get()).toBe(0);
    after.abandon();
  });

  test('[FILE-2] a file of a newer program is refused and left untouched', () => {
    const path = `${tempFolder()}/live.db`;
    const desk = readyDesk({ path });
    desk.close();
    const newer = openSqlite(path);
    newer.pragma('user_version = 990');
    newer.close();
    expect(() => testDesk({ path })).toThrow(
      expect.objectContaining({ code: 'newerFile', params: { path, file: 990, program: MIGRATIONS.at(-1)?.version } }),
    );
    const reader = openSqlite(path, { readonly: true });
    expect(reader.pragma('user_version', { simple: true })).toBe(990);
    reader.close();
  });

  const pairs = KINDS.flatMap((expected) =>
    KINDS.filter((kind) => kind !== expected).map((found) => ({ expected, found })),
  );
  test.each(pairs)('[FILE-2] a $found file does not open as $expected', ({ expected, found }) => {
    const path = `${tempFolder()}/desk.db`;
    testDesk({ path, kind: found }).close();
    expect(() => testDesk({ path, kind: expected })).toThrow(
      expect.objectContaining({ code: 'otherKindOfDesk', params: { path, expected, found } }),
    );
    testDesk({ path, kind: found }).close();
  });

  test("[FILE-2] somebody else's database is refused and left untouched", () => {
    const path = `${tempFolder()}/other.db`;
    const other = openSqlite(path);
    other.exec('CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)');
    other.close();
    expect(() => testDesk({ path })).toThrow(expect.objectContaining({ code: 'foreignFile' }));
    const reader = openSqlite(path, { readonly: true });
    expect(reader.prepare(`SELECT name FROM sqlite_schema`).pluck().all()).toEqual(['theirs']);
    reader.close();
  });
});
