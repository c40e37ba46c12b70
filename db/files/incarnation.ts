/**
 * Tells the file that was left here from a copy of it or an older one put back. File and side file carry the same token,
 * renewed at every open; a copy carries an old token or none. The file also keeps the token before, so that a crash
 * between the two writes does not look like a copy.
 */
import type { Sqlite } from '#db/log/sqlite.ts';

const KEY = 'incarnation';
type Tokens = { token: string; previous: string | null };

export function isSameIncarnation(db: Sqlite, leftBeside: string | null): boolean {
  const tokens = readTokens(db);
  if (tokens === null || leftBeside === null) return false;
  return leftBeside === tokens.token || leftBeside === tokens.previous;
}

export function renewIncarnation(db: Sqlite, token: string, leftBeside: string | null): void {
  const tokens: Tokens = { token, previous: leftBeside };
  db.prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)').run(KEY, JSON.stringify(tokens));
}

/** Of a backup. */
export function forgetIncarnation(db: Sqlite): void {
  db.prepare('DELETE FROM setting WHERE key = ?').run(KEY);
}

function readTokens(db: Sqlite): Tokens | null {
  const value = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck().get(KEY);
  return value === undefined ? null : (JSON.parse(value) as Tokens);
}
