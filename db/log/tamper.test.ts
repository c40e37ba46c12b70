import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testLog } from '#db/testing/testLog.ts';
import { finish, verifyChain, verifyTail } from './verify.ts';

const ENTRIES = 12;

/** Everything that stands for a part of the envelope or the payload, wherever it is kept. */
const COLUMNS: Record<string, readonly string[]> = {
  log_entry: [
    'position',
    'chain',
    'chain_seq',
    'entry_id',
    'command',
    'command_index',
    'correlation',
    'parents',
    'stream',
    'type',
    'schema_version',
    'hlc_ms',
    'hlc_count',
    'recorded_at',
    'monotonic',
    'clock_trusted',
    'origin',
    'plan',
    'actor',
    'classification',
    'attachments',
    'payload_hash',
    'prev_hash',
    'hash',
    'hash_alg',
  ],
  log_payload: ['salt', 'body'],
  log_chain: ['chain_id', 'started_at', 'after_position', 'after_hash'],
  log_origin: ['app_version', 'engine_version', 'boot_id'],
  log_actor: ['officer_id', 'name', 'post', 'role', 'on_behalf_of'],
  log_stream: ['name'],
  log_command: ['command_id'],
  plan_package: ['hash', 'body'],
};
const PLACES = Object.entries(COLUMNS).flatMap(([table, columns]) => columns.map((column) => ({ table, column })));

function filledLog() {
  const log = testLog();
  for (let i = 0; i < ENTRIES; i += 1) log.add(`incident/${i % 3}`, { i, text: `第${i}条` });
  // A tamperer is not stopped by triggers or keys.
  const triggers = log.db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all();
  for (const name of triggers) log.db.exec(`DROP TRIGGER ${name}`);
  log.db.pragma('foreign_keys = OFF');
  log.db.pragma('ignore_check_constraints = ON');
  return log;
}

/** Another value of the same kind. */
function changed(value: unknown, by: number): unknown {
  if (typeof value === 'number') return value + by * ENTRIES;
  if (typeof value === 'string') return `${value}~${by}`;
  if (value === null) return null;
  const bytes = Buffer.from(value as Buffer);
  const at = by % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

describe('tampering', () => {
  test('the places below are all columns there are, but for ids and what is no part of an entry', () => {
    const { db } = filledLog();
    const noPart = [
      'log_command.content_hash',
      'log_command.first_position',
      'log_command.entries',
      'log_payload.position',
      'plan_package.plan_id',
      'plan_package.version',
      'plan_package.stored_at',
    ];
    const all = Object.keys(COLUMNS).flatMap((table) =>
      db
        .prepare(`SELECT * FROM ${table}`)
        .columns()
        .map(({ name }) => `${table}.${name}`),
    );
    const ids = all.filter((name) => name.endsWith('.id'));
    const named = PLACES.map(({ table, column }) => `${table}.${column}`);
    expect([...named, ...noPart, ...ids].toSorted()).toEqual(all.toSorted());
  });

  test.each(PLACES.map(({ table, column }) => [`${table}.${column}`, table, column] as const))(
    '[LOG-3] %s cannot be changed unnoticed',
    (_name, table, column) => {
      fc.assert(
        fc.property(fc.nat(ENTRIES - 1), fc.integer({ min: 1, max: 1000 }), (row, by) => {
          const { db } = filledLog();
          const rowids = db.prepare<[], number>(`SELECT rowid FROM ${table} ORDER BY rowid`).pluck().all();
          const rowid = rowids[row % rowids.length];
          const value = db.prepare(`SELECT ${column} FROM ${table} WHERE rowid = ?`).pluck().get(rowid);
          const forged =
            value === null
              ? column === 'after_hash'
                ? Buffer.from('x')
                : column === 'after_position'
                  ? by
                  : 'x'
              : changed(value, by);
          db.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`).run(forged, rowid);
          expect(finish(verifyChain(db)).faults.length).toBeGreaterThan(0);
        }),
        { numRuns: 8 },
      );
    },
  );

  test('[LOG-1] an entry that is taken out or put elsewhere is noticed', () => {
    const { db } = filledLog();
    db.exec('DELETE FROM log_entry WHERE position = 5');
    expect(finish(verifyChain(db)).faults.map(({ kind }) => kind)).toContain('missingEntry');
  });

  test('[LOG-1] a payload row that is taken out is no redaction', () => {
    const { db } = filledLog();
    db.exec('DELETE FROM log_payload WHERE position = 5');
    expect(finish(verifyChain(db)).faults).toEqual([{ position: 5, kind: 'missingPayload' }]);
  });

  test('[LOG-1] a forged last entry is noticed by the tail alone', () => {
    const { db } = filledLog();
    db.prepare('UPDATE log_entry SET recorded_at = 1 WHERE position = ?').run(ENTRIES);
    expect(verifyTail(db, 3).faults).toEqual([{ position: ENTRIES, kind: 'changedEntry' }]);
  });
});
