import { describe, expect, test } from 'vitest';
import { testLog } from '#db/testing/testLog.ts';

const TABLES = ['log_chain', 'log_origin', 'log_actor', 'log_stream', 'log_command', 'log_entry', 'plan_package'];

function filledLog() {
  const log = testLog();
  log.add('incident/a', { text: '一' });
  log.add('incident/a', { text: '二' });
  return log;
}

describe('append-only tables', () => {
  test.each(TABLES)('[LOG-2] %s refuses UPDATE, DELETE and every kind of REPLACE', (table) => {
    const { db } = filledLog();
    const before = db.prepare(`SELECT * FROM ${table}`).all();
    expect(before.length).toBeGreaterThan(0);
    const [first = ''] = db
      .prepare(`SELECT * FROM ${table}`)
      .columns()
      .map(({ name }) => name);
    const refused = /append-only/;
    expect(() => db.exec(`UPDATE ${table} SET ${first} = ${first}`)).toThrow(refused);
    expect(() => db.exec(`UPDATE OR REPLACE ${table} SET ${first} = ${first}`)).toThrow(refused);
    expect(() => db.exec(`DELETE FROM ${table}`)).toThrow(refused);
    expect(() => db.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`)).toThrow(refused);
    expect(() => db.exec(`REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`)).toThrow(refused);
    expect(db.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
  });

  test('[LOG-2] an entry cannot be replaced through any of its unique keys', () => {
    const { db } = filledLog();
    const columns = db
      .prepare('SELECT * FROM log_entry')
      .columns()
      .map(({ name }) => name);
    const replace = (changes: Record<string, string>) => {
      const values = columns.map((name) => changes[name] ?? name).join(', ');
      db.exec(`INSERT OR REPLACE INTO log_entry SELECT ${values} FROM log_entry WHERE position = 1`);
    };
    expect(() => replace({ position: '99', chain_seq: '99' })).toThrow(/append-only/); // entry_id
    expect(() => replace({ position: '99', entry_id: "'x'" })).toThrow(/append-only/); // chain, chain_seq
    expect(() => replace({ entry_id: "'x'", chain_seq: '99' })).toThrow(/append-only/); // position
  });

  test('[LOG-4] a payload can only be emptied, whole', () => {
    const { db } = filledLog();
    const refused = /can only be redacted/;
    expect(() => db.exec(`UPDATE log_payload SET body = '{}'`)).toThrow(refused);
    expect(() => db.exec(`UPDATE log_payload SET body = NULL`)).toThrow(refused);
    expect(() => db.exec(`UPDATE log_payload SET position = 9, salt = NULL, body = NULL WHERE position = 1`)).toThrow(
      refused,
    );
    expect(() => db.exec('DELETE FROM log_payload')).toThrow(/append-only/);
    expect(() => db.exec('REPLACE INTO log_payload SELECT * FROM log_payload LIMIT 1')).toThrow(/append-only/);
    db.exec('UPDATE log_payload SET salt = NULL, body = NULL WHERE position = 1');
    expect(() => db.exec(`UPDATE log_payload SET salt = x'00', body = 'forged' WHERE position = 1`)).toThrow(refused);
  });

  test('[LOG-2] values keep their kind (STRICT)', () => {
    const { db } = filledLog();
    const loose = db
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%STRICT%'`)
      .pluck()
      .all();
    expect(loose).toEqual([]);
    expect(() => db.exec(`INSERT INTO log_stream (name) VALUES (x'00')`)).toThrow(/cannot store BLOB/);
  });
});
