/**
 * Asks the index, kind by kind: best matches first, of each the latest first. Time is bounded: words that are each in many
 * entries but never together can take long to tell so, and then the page ends early and says where to go on.
 */
import type { Sqlite } from '#db/log/sqlite.ts';
import { type FoundKind, nameKinds } from '#shared/domain/search/kinds.ts';
import { wordsTable } from './searchFile.ts';

/** How far one question looks back before the time is looked at. */
const WINDOW = 50_000;
/** Of these there may be a million. */
const LARGE: readonly FoundKind[] = ['entry', 'alarm'];

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

function statement(db: Sqlite, kind: FoundKind) {
  const table = wordsTable(kind);
  const where = `${table} MATCH @asked AND ${table}.rowid >= @low AND ${table}.rowid < @high`;
  const joined = isName(kind)
    ? `CROSS JOIN name ON name.id = ${table}.rowid WHERE ${where} AND name.position BETWEEN @first AND @last
       AND (name.until IS NULL OR name.until > @last)`
    : `WHERE ${where}`;
  return db
    .prepare<[Span & { asked: string; low: number; high: number; limit: number }], number>(
      `SELECT ${table}.rowid FROM ${table} ${joined} ORDER BY ${table}.rowid DESC LIMIT @limit`,
    )
    .pluck();
}

export function createFinder(db: Sqlite) {
  const lastName = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM name').pluck();
  const statements = new Map<FoundKind, ReturnType<typeof statement>>();

  function statementOf(kind: FoundKind) {
    const made = statements.get(kind) ?? statement(db, kind);
    statements.set(kind, made);
    return made;
  }

  return function find({ kind, asked, span, limit, from, isLate }: Asked): Page {
    const rowids: Span = isName(kind) ? { first: 1, last: lastName.get() ?? 0 } : span;
    const step = LARGE.includes(kind) ? WINDOW : Number.MAX_SAFE_INTEGER;
    const ids: number[] = [];
    for (let rank = from?.rank ?? 0; rank < asked.length; rank += 1) {
      const start = from !== null && from.rank === rank ? from.before : Number.MAX_SAFE_INTEGER;
      let high = Math.min(rowids.last + 1, start);
      while (high > rowids.first) {
        const low = Math.max(rowids.first, high - step);
        const wanted = limit - ids.length + 1;
        const found = statementOf(kind).all({ ...span, asked: asked[rank] ?? '', low, high, limit: wanted });
        ids.push(...found);
        if (ids.length > limit) {
          ids.length = limit;
          return { ids, next: { rank, before: found.at(-2) ?? from?.before ?? high } };
        }
        high = low;
        if (high > rowids.first && isLate()) return { ids, next: { rank, before: high } };
      }
    }
    return { ids, next: null };
  };
}
