/** Finds incidents by their instants; everything else about one comes from its stream. */

import type { Sqlite } from '#db/log/sqlite.ts';
import { type IncidentStatus, statusOf } from '#shared/domain/incident/status.ts';
import type { ReadModel } from './readModel.ts';

export const incidentsModel: ReadModel = {
  name: 'rm_incident',
  version: 1,
  streams: 'incident/',
  columns: {
    incident_id: 'TEXT PRIMARY KEY',
    title: 'TEXT NOT NULL',
    plan_id: 'TEXT NOT NULL',
    opened_at: 'INTEGER NOT NULL',
    closed_at: 'INTEGER',
    merged_into: 'TEXT',
    last_position: 'INTEGER NOT NULL',
    last_entry_at: 'INTEGER NOT NULL',
  },
  indexes: ['opened_at', 'closed_at'],
  project(state, last) {
    if (state.kind !== 'incident') return null;
    const status: IncidentStatus = statusOf(state);
    return {
      incident_id: state.incidentId,
      title: state.title,
      plan_id: state.planPin.id,
      opened_at: state.openedAt,
      closed_at: status.kind === 'open' ? null : status.at,
      merged_into: status.kind === 'merged' ? status.into : null,
      last_position: last.position,
      last_entry_at: last.recordedAt,
    };
  },
};

export type ClosedIncident = { incidentId: string; title: string; closedAt: number; mergedInto: string | null };

export type IncidentFinder = {
  /** Open at that instant, newest first. */
  openAt(at: number, limit: number): string[];
  /** Closed or merged by then, latest first. */
  closedBy(at: number, limit: number): string[];
  openedBy(at: number, limit: number): string[];
  closedWithin(from: number, to: number): ClosedIncident[];
  /** As it is now. */
  find(incidentId: string): { title: string; closedAt: number | null } | null;
};

export function createIncidentFinder(db: Sqlite): IncidentFinder {
  const ids = (where: string, order: string) =>
    db
      .prepare<number[], string>(`SELECT incident_id FROM rm_incident WHERE ${where} ORDER BY ${order} LIMIT ?`)
      .pluck();
  const open = ids('(closed_at IS NULL OR closed_at > ?) AND opened_at <= ?', 'opened_at DESC');
  const closed = ids('closed_at <= ?', 'closed_at DESC');
  const all = ids('opened_at <= ?', 'opened_at DESC');
  const within = db.prepare<[number, number], ClosedIncident>(
    `SELECT incident_id AS incidentId, title, closed_at AS closedAt, merged_into AS mergedInto
     FROM rm_incident WHERE closed_at > ? AND closed_at <= ? ORDER BY closed_at DESC`,
  );
  const one = db.prepare<[string], { title: string; closedAt: number | null }>(
    'SELECT title, closed_at AS closedAt FROM rm_incident WHERE incident_id = ?',
  );
  return {
    openAt: (at, limit) => open.all(at, at, limit),
    closedBy: (at, limit) => closed.all(at, limit),
    openedBy: (at, limit) => all.all(at, limit),
    closedWithin: (from, to) => within.all(from, to),
    find: (incidentId) => one.get(incidentId) ?? null,
  };
}
