import { describe, expect, test } from 'vitest';
import { tempFolder } from '#db/testing/testDesk.ts';
import { setPragmas } from './pragmas.ts';
import { assertNodeRunsDriver, openSqlite, type Sqlite } from './sqlite.ts';

const read = (db: Sqlite, name: string) => db.pragma(name, { simple: true });

describe('the connection', () => {
  test('[LOG-7] every commit is on the disk before it counts, also after a reopen', () => {
    const path = `${tempFolder()}/x.db`;
    const first = openSqlite(path);
    setPragmas(first);
    first.exec('CREATE TABLE t (a)');
    first.close();
    const again = openSqlite(path);
    expect(read(again, 'journal_mode')).toBe('wal');
    expect(read(again, 'synchronous'), 'the driver itself opens WAL files with NORMAL').toBe(1);
    setPragmas(again);
    expect(read(again, 'synchronous')).toBe(2);
    again.close();
  });

  test('[LOG-7] everything that guards the file is on', () => {
    const db = openSqlite(`${tempFolder()}/x.db`);
    setPragmas(db);
    const guards = [
      'foreign_keys',
      'trusted_schema',
      'cell_size_check',
      'recursive_triggers',
      'mmap_size',
      'fullfsync',
      'checkpoint_fullfsync',
    ];
    expect(guards.map((name) => [name, read(db, name)])).toEqual([
      ['foreign_keys', 1],
      ['trusted_schema', 0],
      ['cell_size_check', 1],
      ['recursive_triggers', 1],
      ['mmap_size', 0],
      ['fullfsync', 1],
      ['checkpoint_fullfsync', 1],
    ]);
    db.close();
  });

  test.each(['20.20.2', '18.0.0', '21.9.9'])('[LOG-7] Node %s is refused before the driver can crash it', (version) => {
    expect(() => assertNodeRunsDriver(version)).toThrow(
      expect.objectContaining({ code: 'nodeTooOld', params: { needed: 22, found: version } }),
    );
  });

  test.each(['22.12.0', '24.21.0'])('[LOG-7] Node %s runs the driver', (version) => {
    expect(() => assertNodeRunsDriver(version)).not.toThrow();
  });
});
