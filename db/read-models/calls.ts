/** Finds the latest calls; what was said in one comes from its stream. */
import type { Sqlite } from '#db/log/sqlite.ts';
import type { ReadModel } from './readModel.ts';

export const callsModel: ReadModel = {
  name: 'rm_call',
  version: 2,
  streams: 'call/',
  columns: {
    call_id: 'TEXT PRIMARY KEY',
    position: 'INTEGER NOT NULL',
    recorded_at: 'INTEGER NOT NULL',
  },
  indexes: ['position'],
  project(state) {
    if (state.kind !== 'call') return null;
    // Where it was taken, whatever came to it later.
    return { call_id: state.callId, position: state.position, recorded_at: state.recordedAt };
  },
};

export type CallFinder = {
  /** Newest first. */
  recordedBy(at: number, limit: number): string[];
};

export function createCallFinder(db: Sqlite): CallFinder {
  const calls = db
    .prepare<[number, number], string>(
      'SELECT call_id FROM rm_call WHERE recorded_at <= ? ORDER BY position DESC LIMIT ?',
    )
    .pluck();
  return { recordedBy: (at, limit) => calls.all(at, limit) };
}
