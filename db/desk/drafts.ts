/** What is being typed, kept in the desk's file but not in its log. */

import { DeskFileError } from '#db/files/fileError.ts';
import { storageError } from '#db/files/storageErrors.ts';
import type { Sqlite } from '#db/log/sqlite.ts';
import type { Draft } from '#shared/contract/deskApi.ts';

export type Drafts = {
  list(): Draft[];
  /** Null deletes. */
  save(key: string, value: string | null): { savedAt: number };
};

export function createDrafts(db: Sqlite, now: () => number): Drafts {
  const all = db.prepare<[], Draft>('SELECT key, value, saved_at AS savedAt FROM draft ORDER BY key');
  const put = db.prepare('INSERT OR REPLACE INTO draft (key, value, saved_at) VALUES (?, ?, ?)');
  const remove = db.prepare('DELETE FROM draft WHERE key = ?');
  return {
    list: () => all.all(),
    save(key, value) {
      const savedAt = now();
      try {
        if (value === null) remove.run(key);
        else put.run(key, value, savedAt);
      } catch (thrown) {
        const error = storageError(thrown);
        throw error === null ? thrown : new DeskFileError(error.code, error.params);
      }
      return { savedAt };
    },
  };
}
