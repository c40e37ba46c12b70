/** Committed commands by id: a caller that never saw the answer sends the same id again and gets the same answer. */
import type { Sqlite } from './sqlite.ts';

export type CommittedCommand = {
  contentHash: Uint8Array;
  entryIds: string[];
  /** Of its last entry. */
  position: number;
};

export function createCommandFinder(db: Sqlite): (commandId: string) => CommittedCommand | null {
  const command = db.prepare<[string], { hash: Buffer; first: number; entries: number }>(
    'SELECT content_hash AS hash, first_position AS first, entries FROM log_command WHERE command_id = ?',
  );
  const entryIds = db
    .prepare<[number, number], string>(
      'SELECT entry_id FROM log_entry WHERE position BETWEEN ? AND ? ORDER BY position',
    )
    .pluck();

  return (commandId) => {
    const found = command.get(commandId.toWellFormed());
    if (found === undefined) return null;
    const last = found.first + found.entries - 1;
    return { contentHash: found.hash, entryIds: entryIds.all(found.first, last), position: last };
  };
}
