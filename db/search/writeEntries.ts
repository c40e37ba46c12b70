/** Puts entries into the index, oldest first: their texts, what they strike, whom and what they name. */
import type { LogReader, PlannedEvent } from '#db/log/read.ts';
import type { Sqlite } from '#db/log/sqlite.ts';
import { entryFields } from '#shared/domain/search/entryFields.ts';
import { foundKinds, kindOf } from '#shared/domain/search/kinds.ts';
import { namesIn, unitsOf } from '#shared/domain/search/names.ts';
import { NO_LABELS, planLabels } from '#shared/domain/search/planLabels.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { incidentOfEntry } from './incidentOfEntry.ts';
import { wordsTable } from './searchFile.ts';
import { documentTokens } from './tokens.ts';
import { type AddDocument, createNames } from './writeNames.ts';

function createDocuments(db: Sqlite): AddDocument {
  const inserts = new Map(
    foundKinds.map((kind) => [
      kind,
      db.prepare<[number, string]>(`INSERT INTO ${wordsTable(kind)} (rowid, tokens) VALUES (?, ?)`),
    ]),
  );
  return (kind, id, tokens) => void inserts.get(kind)?.run(id, tokens);
}

export type WriteEntries = (entries: readonly PlannedEvent[]) => void;

export function createEntryWriter(
  db: Sqlite,
  log: Pick<LogReader, 'positionOf' | 'hashAt'>,
  planOf: (hash: string) => PlanPackage | null,
): WriteEntries {
  const add = createDocuments(db);
  const names = createNames(db, add);
  const strike = db.prepare('INSERT OR IGNORE INTO struck (position, by_position) VALUES (?, ?)');
  const reached = db.prepare('UPDATE search_state SET position = ?, hash = ?');

  function write({ event, planHash }: PlannedEvent): void {
    const plan = planHash === null ? null : planOf(planHash);
    const labels = plan === null ? NO_LABELS : planLabels(plan);
    const { type, position, actor } = event;
    if (type === 'EntryStruck') {
      const struck = log.positionOf((event.payload as { entryId: string }).entryId);
      if (struck !== null) {
        strike.run(struck, position);
        names.strike(struck, position);
      }
    }
    const belongs = { incidentId: incidentOfEntry(event), officerId: actor.officerId };
    add(kindOf(type), position, documentTokens(entryFields(event, labels), belongs));
    const bringsPlan = type === 'DeskSetUp' || type === 'IncidentOpened';
    names.add([...(plan !== null && bringsPlan ? unitsOf(plan) : []), ...namesIn(event, labels)], position);
  }

  return (entries) => {
    for (const entry of entries) write(entry);
    const last = entries.at(-1)?.event.position;
    if (last !== undefined) reached.run(last, log.hashAt(last));
  };
}
