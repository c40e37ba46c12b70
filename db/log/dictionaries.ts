/**
 * What repeats from entry to entry stands once in the file. Ids are looked up or added inside the entry's transaction;
 * after a rollback the remembered ids are forgotten, for their rows are gone.
 */
import type { EntryActor } from './envelope.ts';
import type { Sqlite } from './sqlite.ts';

export type Origin = { appVersion: string; engineVersion: string; bootId: string };

const REMEMBERED = 10_000;

export type Dictionaries = {
  stream(name: string): number;
  /** Null when nothing was ever recorded in it. */
  findStream(name: string): number | null;
  actor(actor: EntryActor): number;
  origin(origin: Origin): number;
  plan(hash: string): number;
  /** After a rollback. */
  forget(): void;
};

export function createDictionaries(db: Sqlite): Dictionaries {
  const remembered = new Map<string, number>();

  const findStream = db.prepare<[string], number>('SELECT id FROM log_stream WHERE name = ?').pluck();
  const addStream = db.prepare<[string]>('INSERT INTO log_stream (name) VALUES (?)');
  const findActor = db
    .prepare<(string | null)[], number>(
      `SELECT id FROM log_actor
       WHERE officer_id = ? AND name = ? AND post = ? AND role IS ? AND on_behalf_of IS ?`,
    )
    .pluck();
  const addActor = db.prepare<(string | null)[]>(
    'INSERT INTO log_actor (officer_id, name, post, role, on_behalf_of) VALUES (?, ?, ?, ?, ?)',
  );
  const findOrigin = db
    .prepare<string[], number>('SELECT id FROM log_origin WHERE app_version = ? AND engine_version = ? AND boot_id = ?')
    .pluck();
  const addOrigin = db.prepare<string[]>(
    'INSERT INTO log_origin (app_version, engine_version, boot_id) VALUES (?, ?, ?)',
  );
  const findPlan = db.prepare<[string], number>('SELECT id FROM plan_package WHERE hash = ?').pluck();

  function remember(key: string, find: () => number | undefined): number | null {
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const id = find();
    if (id === undefined) return null;
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(key, id);
    return id;
  }

  const streamId = (name: string) => remember(`s/${name}`, () => findStream.get(name));

  return {
    findStream: streamId,
    stream: (name) => streamId(name) ?? Number(addStream.run(name).lastInsertRowid),
    actor({ officerId, name, post, role, onBehalfOf }) {
      const values = [officerId, name, post, role, onBehalfOf];
      const id = remember(`a/${JSON.stringify(values)}`, () => findActor.get(...values));
      return id ?? Number(addActor.run(...values).lastInsertRowid);
    },
    origin({ appVersion, engineVersion, bootId }) {
      const values = [appVersion, engineVersion, bootId];
      const id = remember(`o/${JSON.stringify(values)}`, () => findOrigin.get(...values));
      return id ?? Number(addOrigin.run(...values).lastInsertRowid);
    },
    plan(hash) {
      const id = remember(`p/${hash}`, () => findPlan.get(hash));
      if (id === null) throw new Error(`no plan package ${hash} in this file`);
      return id;
    },
    forget: () => remembered.clear(),
  };
}
