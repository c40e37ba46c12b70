/**
 * Names in the index. What is known of one grows: a number, a post, another title. Each change is a row of its own and
 * closes the one before, and is made from the rows before it alone, so that the whole log gives the same as entry by entry.
 */
import type { Sqlite } from '#db/log/sqlite.ts';
import { fold } from '#shared/domain/search/fold.ts';
import { initialsOf } from '#shared/domain/search/initials.ts';
import type { FoundKind } from '#shared/domain/search/kinds.ts';
import type { Named } from '#shared/domain/search/names.ts';
import { documentTokens } from './tokens.ts';

export type AddDocument = (kind: FoundKind, id: number, tokens: string) => void;

type Known = { id: number; key: string; title: string; more: string; phone: string | null };
type Told = { kind: Named['kind']; key: string; title: string; more: string; phone: string | null };

const digits = (phone: string | null): string | null => phone?.replace(/\D/gu, '') ?? null;

/** The same person: by number, or by name alone where one of the two has none. */
function samePerson(known: readonly Known[], phone: string | null): Known | null {
  if (phone === null) return known[0] ?? null;
  const byPhone = known.find((one) => digits(one.phone) === digits(phone));
  return byPhone ?? known.find((one) => one.phone === null) ?? null;
}

export function createNames(db: Sqlite, addDocument: AddDocument) {
  const byKey = db.prepare<[string, string], Known>(
    'SELECT id, key, title, more, phone FROM name WHERE kind = ? AND key = ? AND until IS NULL',
  );
  const byName = db.prepare<[string, string], Known>(
    'SELECT id, key, title, more, phone FROM name WHERE kind = ? AND folded = ? AND until IS NULL ORDER BY id',
  );
  const close = db.prepare('UPDATE name SET until = ? WHERE id = ?');
  const insert = db.prepare(
    'INSERT INTO name (kind, key, folded, title, more, phone, position) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );

  const known = ({ kind, key, title, phone }: Named): Known | null => {
    if (key !== null) return byKey.get(kind, key) ?? null;
    const named = byName.all(kind, fold(title));
    return kind === 'person' ? samePerson(named, phone) : (named[0] ?? null);
  };

  function put({ kind, key, title, more, phone }: Told, position: number): void {
    const id = Number(insert.run(kind, key, fold(title), title, more, phone, position).lastInsertRowid);
    const initials = kind === 'person' ? initialsOf(title) : [];
    const belongs = { incidentId: kind === 'incident' ? key : null, officerId: null };
    addDocument(kind, id, documentTokens([title, ...initials, more, phone ?? ''], belongs));
  }

  function addOne(named: Named, position: number): void {
    const before = known(named);
    if (before === null) {
      if (named.title === '') return;
      const key = named.key ?? `${named.kind}/${position}/${fold(named.title)}`;
      return put({ ...named, key }, position);
    }
    const { key, title, more, phone } = before;
    const next = {
      kind: named.kind,
      key,
      title: named.key === null || named.title === '' ? title : named.title,
      more: named.more === '' ? more : named.more,
      phone: named.phone ?? phone,
    };
    if (next.title === title && next.more === more && next.phone === phone) return;
    close.run(position, before.id);
    put(next, position);
  }

  const given = db.prepare<[number], Known>(
    `SELECT id, key, title, more, phone FROM name WHERE kind = 'incident' AND position = ? AND until IS NULL`,
  );
  const standing = db.prepare<[string, number], Known>(
    `SELECT id, key, title, more, phone FROM name WHERE kind = 'incident' AND key = ? AND id < ?
       AND position NOT IN (SELECT position FROM struck) ORDER BY id DESC LIMIT 1`,
  );

  return {
    /** An incident whose title was struck is called as before. */
    strike(struck: number, position: number): void {
      const current = given.get(struck);
      const before = current === undefined ? undefined : standing.get(current.key, current.id);
      if (current === undefined || before === undefined) return;
      close.run(position, current.id);
      put({ kind: 'incident', key: before.key, title: before.title, more: before.more, phone: null }, position);
    },
    add(all: readonly Named[], position: number): void {
      for (const named of all) addOne(named, position);
    },
  };
}
