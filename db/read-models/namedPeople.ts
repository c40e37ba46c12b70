/** Who was named in which incident, in words: so that somebody typed once is offered again [6.3]. */
import type { Sqlite } from '#db/log/sqlite.ts';
import { peopleNamedIn } from '#shared/domain/directory/namedPeople.ts';
import type { StoredPerson } from '#shared/domain/parts.ts';
import type { ReadModel } from './readModel.ts';

export const namedPeopleModel: ReadModel = {
  name: 'rm_named_people',
  version: 1,
  streams: 'incident/',
  columns: {
    incident_id: 'TEXT PRIMARY KEY',
    position: 'INTEGER NOT NULL',
    title: 'TEXT NOT NULL',
    people: 'TEXT NOT NULL',
  },
  indexes: ['position'],
  project(state, last) {
    if (state.kind !== 'incident') return null;
    const people = peopleNamedIn(state);
    // A row once written is overwritten: people whose entry was struck go from it.
    return {
      incident_id: state.incidentId,
      position: last.position,
      title: state.title,
      people: JSON.stringify(people),
    };
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
    `SELECT title, people FROM rm_named_people WHERE people LIKE ? ESCAPE '\\' ORDER BY position DESC LIMIT ?`,
  );
  return {
    naming: (text, limit) =>
      rows
        .all(`%${escaped(JSON.stringify(text).slice(1, -1))}%`, limit)
        .map(({ title, people }) => ({ title, people: JSON.parse(people) as StoredPerson[] })),
  };
}
