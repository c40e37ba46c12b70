/** Finds clues that wait and warnings that stand; everything else about one comes from its stream. */
import type { Sqlite } from '#db/log/sqlite.ts';
import { isEnded } from '#shared/domain/warning/warning.ts';
import type { ReadModel } from './readModel.ts';

export const cluesModel: ReadModel = {
  name: 'rm_clue',
  version: 1,
  streams: 'clue/',
  columns: { clue_id: 'TEXT PRIMARY KEY', recorded_at: 'INTEGER NOT NULL', settled_at: 'INTEGER' },
  indexes: ['recorded_at'],
  project(state) {
    if (state.kind !== 'clue') return null;
    return { clue_id: state.clueId, recorded_at: state.recordedAt, settled_at: state.settled?.at ?? null };
  },
};

export const warningsModel: ReadModel = {
  name: 'rm_warning',
  version: 1,
  streams: 'warning/',
  columns: { warning_id: 'TEXT PRIMARY KEY', opened_at: 'INTEGER NOT NULL', ended_at: 'INTEGER' },
  indexes: ['opened_at'],
  project(state) {
    if (state.kind !== 'warning') return null;
    return {
      warning_id: state.warningId,
      opened_at: state.openedAt,
      ended_at: isEnded(state) ? state.lastEntryAt : null,
    };
  },
};

export type WarningFinder = {
  /** Recorded by then and not settled yet, oldest first. */
  waitingClues(at: number, limit: number): string[];
  /** Newest first. */
  clues(at: number, limit: number): string[];
  /** Not ended at that instant, or ended since `since`. */
  standing(at: number, since: number, limit: number): string[];
  warnings(at: number, limit: number): string[];
};

export function createWarningFinder(db: Sqlite): WarningFinder {
  const ids = (sql: string) => db.prepare<number[], string>(`${sql} LIMIT ?`).pluck();
  const waiting = ids(
    'SELECT clue_id FROM rm_clue WHERE recorded_at <= ? AND (settled_at IS NULL OR settled_at > ?) ORDER BY recorded_at',
  );
  const clues = ids('SELECT clue_id FROM rm_clue WHERE recorded_at <= ? ORDER BY recorded_at DESC');
  const standing = ids(
    'SELECT warning_id FROM rm_warning WHERE opened_at <= ? AND (ended_at IS NULL OR ended_at > ?) ORDER BY opened_at DESC',
  );
  const all = ids('SELECT warning_id FROM rm_warning WHERE opened_at <= ? ORDER BY opened_at DESC');
  return {
    waitingClues: (at, limit) => waiting.all(at, at, limit),
    clues: (at, limit) => clues.all(at, limit),
    standing: (at, since, limit) => standing.all(at, since, limit),
    warnings: (at, limit) => all.all(at, limit),
  };
}
