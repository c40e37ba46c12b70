/** Checks a whole file: SQLite's own structure, then every link of the chain. Used on backups and, from another thread, on the live file. */
import { openSqlite, sqliteCode } from '#db/log/sqlite.ts';
import { type ChainFault, finish, verifyChain } from '#db/log/verify.ts';
import { isDamage } from './storageErrors.ts';

export type FileVerification = {
  ok: boolean;
  entries: number;
  redacted: number;
  structure: string[];
  faults: ChainFault[];
};

/** Takes seconds on a large file: a desk hands this to another thread. */
export function verifyFile(path: string): FileVerification {
  const db = openSqlite(path, { readonly: true, fileMustExist: true });
  try {
    const structure = quickCheck(db);
    if (structure.length > 0) return broken(structure);
    const { checked, redacted, faults } = finish(verifyChain(db));
    return { ok: faults.length === 0, entries: checked, redacted, structure, faults };
  } catch (thrown) {
    const code = sqliteCode(thrown);
    if (code === null || !isDamage(code)) throw thrown;
    return broken([code]);
  } finally {
    db.close();
  }
}

const broken = (structure: string[]): FileVerification => ({
  ok: false,
  entries: 0,
  redacted: 0,
  structure,
  faults: [],
});

/** What SQLite finds wrong; empty when nothing. */
export function quickCheck(db: ReturnType<typeof openSqlite>): string[] {
  const rows = db.pragma('quick_check(20)') as { quick_check: string }[];
  return rows.map((row) => row.quick_check).filter((line) => line !== 'ok');
}
