/**
 * Asks the index, kind by kind: best matches first, of each the latest first. Time is bounded: words that are each in many
 * entries but never together can take long to tell so, and then the page ends early and says where to go on.
 */
import type { Sqlite } from '#db/log/sqlite.ts';
import { type FoundKind, nameKinds } from '#shared/domain/search/kinds.ts';
import { isInParts, wordsTable } from './searchFile.ts';

export type Cursor = { rank: number; before: number };

export const writeCursor = ({ rank, before }: Cursor): string => `${rank}.${before}`;
export function readCursor(text: string): Cursor {
  const [rank = '0', before = '0'] = text.split('.');
  return { rank: Number(rank), before: Number(before) };
}

export type Span = { first: number; last: number };
export type Page = { ids: number[]; next: Cursor | null };
export type Asked = {
  kind: FoundKind;
  /** Expressions, best first. */
  asked: readonly string[];
  /** Entries by their position; names by that of the entry that said so. */
  span: Span;
  limit: number;
  from: Cursor | null;
  isLate: () => boolean;
};

const isName = (kind: FoundKind): boolean => nameKinds.some((one) => one === kind);

type Bounds = Span & { asked: string; low: number; high: number; limit: number };

function statement(db: Sqlite, kind: FoundKind, part: number | null) {
  const table = wordsTable(kind, part);
  const where = `${table} MATCH @asked AND ${table}.rowid >= @low AND ${table}.rowid < @high`;
  const joined = isName(kind)
    ? `CROSS JOIN name ON name.id = ${table}.rowid WHERE ${where} AND name.position BETWEEN @first AND @last
       AND (name.until IS NULL OR name.until > @last)`
    : `WHERE ${where}`;
  return db
    .prepare<[Bounds], number>(
      `SELECT ${table}.rowid FROM ${table} ${joined} ORDER BY ${table}.rowid DESC LIMIT @limit`,
    )
    .pluck();
}

export function createFinder(db: Sqlite, positionsAPart: number) {
  const lastName = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM name').pluck();
  const partsOf = db
    .prepare<[string, number, number], number>(
      'SELECT number FROM part WHERE kind = ? AND number BETWEEN ? AND ? ORDER BY number DESC',
    )
    .pluck();
  const statements = new Map<string, ReturnType<typeof statement>>();

  function statementOf(kind: FoundKind, part: number | null) {
    const table = wordsTable(kind, part);
    const made = statements.get(table) ?? statement(db, kind, part);
    statements.set(table, made);
    return made;
  }

  /** Tables to be asked, the newest first; null is the only one of its kind. */
  function tablesOf(kind: FoundKind, { first, last }: Span): readonly (number | null)[] {
    if (!isInParts(kind)) return [null];
    return partsOf.all(kind, Math.floor(first / positionsAPart), Math.floor(last / positionsAPart));
  }

  return function find({ kind, asked, span, limit, from, isLate }: Asked): Page {
    const rowids: Span = isName(kind) ? { first: 1, last: lastName.get() ?? 0 } : span;
    const ids: number[] = [];
    for (let rank = from?.rank ?? 0; rank < asked.length; rank += 1) {
      const start = from !== null && from.rank === rank ? from.before : Number.MAX_SAFE_INTEGER;
      const high = Math.min(rowids.last + 1, start);
      if (high <= rowids.first) continue;
      const tables = tablesOf(kind, { first: rowids.first, last: high - 1 });
      for (const [index, part] of tables.entries()) {
        const wanted = limit - ids.length + 1;
        const bounds = { ...span, asked: asked[rank] ?? '', low: rowids.first, high, limit: wanted };
        const found = statementOf(kind, part).all(bounds);
        ids.push(...found);
        if (ids.length > limit) {
          // The one too many begins the next page.
          const [excess = high - 1] = ids.splice(limit);
          return { ids, next: { rank, before: excess + 1 } };
        }
        const isLast = index === tables.length - 1;
        if (part !== null && !isLast && isLate()) return { ids, next: { rank, before: part * positionsAPart } };
      }
    }
    return { ids, next: null };
  };
}
