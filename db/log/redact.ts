/**
 * Redaction by law: the payload and its salt go, the chain stays whole and says that something was here. Only the log
 * knows how; who may order it is a later command's decision.
 */
import type { Sqlite } from './sqlite.ts';

/** True when there was something to redact. */
export function redactPayload(db: Sqlite, entryId: string): boolean {
  const { changes } = db
    .prepare(
      `UPDATE log_payload SET salt = NULL, body = NULL
       WHERE body IS NOT NULL AND position = (SELECT position FROM log_entry WHERE entry_id = ?)`,
    )
    .run(entryId);
  return changes === 1;
}
