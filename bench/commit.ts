// A command through the desk against the very rows it leaves, inserted raw with synchronous=FULL: what deciding,
// folding, hashing and remembering cost on top of the disk. The two take turns, so both see the same machine.
import { join } from 'node:path';
import { setPragmas } from '#db/log/pragmas.ts';
import { openSqlite, type Sqlite } from '#db/log/sqlite.ts';
import { benchDesk, benchFolder, openIncident } from './lib/benchDesk.ts';
import { mean, printTable, spread, verdict } from './lib/figures.ts';

const COMMANDS = 2000;
const WARM_UP = 200;
const INCIDENTS = 20;
const EXTRA_CPU_LIMIT_US = 150;

type Timed = { us: number; cpu: number };

function timed(act: () => void): Timed {
  const cpu = process.cpuUsage();
  const began = process.hrtime.bigint();
  act();
  const us = Number(process.hrtime.bigint() - began) / 1000;
  const used = process.cpuUsage(cpu);
  return { us, cpu: used.user + used.system };
}

/** The same tables and indexes; rows of each command copied as they are. */
function rawCopy(from: Sqlite, path: string): (after: number) => { insert: () => void } {
  const db = openSqlite(path);
  setPragmas(db);
  const schema = from.prepare<[], string>(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid`).pluck();
  for (const sql of schema.all()) db.exec(sql);
  db.pragma('foreign_keys = OFF');
  const tables = from.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  const inserts = new Map(
    tables.map((table) => {
      const places = from
        .prepare(`SELECT * FROM ${table}`)
        .columns()
        .map(() => '?');
      return [table, db.prepare(`INSERT OR REPLACE INTO ${table} VALUES (${places.join(', ')})`)];
    }),
  );
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const log = ['log_command', 'log_entry', 'log_payload'];
  const key: Record<string, string> = { log_command: 'first_position', log_entry: 'position', log_payload: 'position' };
  const readers = log.map(
    (table) => [table, from.prepare(`SELECT * FROM ${table} WHERE ${key[table]} > ?`).raw()] as const,
  );
  const changed = from.prepare('SELECT * FROM rm_incident WHERE last_position > ?').raw();

  const copyAll = db.transaction(() => {
    for (const table of tables)
      for (const row of from.prepare(`SELECT * FROM ${table}`).raw().all()) inserts.get(table)?.run(row);
  });
  copyAll();
  db.pragma('foreign_keys = ON');

  return (after) => {
    const rows = [...readers, ['rm_incident', changed] as const].flatMap(([table, reader]) =>
      reader.all(after).map((row) => ({ insert: inserts.get(table), row })),
    );
    return {
      insert() {
        begin.run();
        for (const { insert, row } of rows) insert?.run(row);
        commit.run();
      },
    };
  };
}

const { folder, remove } = benchFolder();
try {
  const path = join(folder, 'desk.db');
  const desk = benchDesk({ path });
  for (let i = 0; i < INCIDENTS; i += 1) openIncident(desk, `i${i}`, new Date().toISOString());
  const reader = openSqlite(path, { readonly: true });
  const rowsAfter = rawCopy(reader, join(folder, 'raw.db'));

  const throughDesk: Timed[] = [];
  const raw: Timed[] = [];
  for (let n = 0; n < COMMANDS + WARM_UP; n += 1) {
    const incidentId = `i${n % INCIDENTS}`;
    const before = desk.position();
    const a = timed(() =>
      desk.run({ type: 'AddNote', incidentId, text: `第${n}条：消防、公安、卫生力量已到场，正在疏散周边群众` }),
    );
    const { insert } = rowsAfter(before);
    const b = timed(insert);
    if (n < WARM_UP) continue;
    throughDesk.push(a);
    raw.push(b);
  }
  reader.close();
  desk.close();

  const row = (name: string, samples: readonly Timed[]) => {
    const wall = spread(samples.map(({ us }) => us));
    const cpu = spread(samples.map(({ cpu: used }) => used));
    return [
      name,
      wall.p50.toFixed(0),
      wall.p99.toFixed(0),
      cpu.p50.toFixed(0),
      mean(samples.map((s) => s.cpu)).toFixed(0),
    ];
  };
  printTable([
    [`${COMMANDS} commands, µs`, 'p50', 'p99', 'CPU p50', 'CPU mean'],
    row('through the desk', throughDesk),
    row('same rows, raw', raw),
  ]);
  const wall = { desk: spread(throughDesk.map(({ us }) => us)), raw: spread(raw.map(({ us }) => us)) };
  console.log(
    `ratio p50 ${(wall.desk.p50 / wall.raw.p50).toFixed(2)}, p99 ${(wall.desk.p99 / wall.raw.p99).toFixed(2)}`,
  );
  const cpu = { desk: spread(throughDesk.map((s) => s.cpu)), raw: spread(raw.map((s) => s.cpu)) };
  verdict('extra CPU per command, p50', cpu.desk.p50 - cpu.raw.p50, EXTRA_CPU_LIMIT_US, 'µs');
} finally {
  remove();
}
