/** Who was named in which incident, in words: so that somebody typed once is offered again [6.3]. */
import type { Sqlite } from '#db/log/sqlite.ts';
import { NAMING_TYPES, peopleNamedIn } from '#shared/domain/directory/namedPeople.ts';
import type { StoredPerson } from '#shared/domain/parts.ts';
import type { ReadModel } from './readModel.ts';

export const namedPeopleModel: ReadModel = {
  name: 'rm_named_people',
  version: 3,
  streams: 'incident/',
  columns: { incident_id: 'TEXT PRIMARY KEY', people: 'TEXT NOT NULL' },
  indexes: [],
  // Every entry of the incident is read for it, so it is not made anew for those that name nobody.
  changedBy: new Set(['IncidentOpened', ...NAMING_TYPES, 'EntryStruck']),
  project(state) {
    if (state.kind !== 'incident') return null;
    return { incident_id: state.incidentId, people: JSON.stringify(peopleNamedIn(state)) };
  },
};

export type NamedIn = { title: string; people: StoredPerson[] };

export type NamedPeopleFinder = {
  /** The incidents that name somebody so, the latest first. */
  naming(text: string, limit: number): NamedIn[];
};

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

export function createNamedPeopleFinder(db: Sqlite): NamedPeopleFinder {
  const rows = db.prepare<[string, number], { title: string; people: string }>(
    `SELECT title, people FROM rm_named_people JOIN rm_incident USING (incident_id)
     WHERE people LIKE ? ESCAPE '\\' ORDER BY last_position DESC LIMIT ?`,
  );
  return {
    naming: (text, limit) =>
      rows
        .all(`%${escaped(JSON.stringify(text).slice(1, -1))}%`, limit)
        .map(({ title, people }) => ({ title, people: JSON.parse(people) as StoredPerson[] })),
  };
}
