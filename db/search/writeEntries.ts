/** Puts entries into the index, oldest first: their texts, what they strike, whom and what they name. */
import type { LogReader, PlannedEvent } from '#db/log/read.ts';
import type { Sqlite, Statement } from '#db/log/sqlite.ts';
import { entryFields } from '#shared/domain/search/entryFields.ts';
import { type FoundKind, kindOf } from '#shared/domain/search/kinds.ts';
import { namesIn, unitsOf } from '#shared/domain/search/names.ts';
import { NO_LABELS, planLabels } from '#shared/domain/search/planLabels.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { incidentOfEntry } from './incidentOfEntry.ts';
import { createWordsTable, isInParts, wordsTable } from './searchFile.ts';
import { documentTokens } from './tokens.ts';
import { type AddDocument, createNames } from './writeNames.ts';

function createDocuments(db: Sqlite, positionsAPart: number): AddDocument {
  const inserts = new Map<string, Statement>();
  const known = db.prepare('SELECT 1 FROM part WHERE kind = ? AND number = ?');
  const addPart = db.prepare('INSERT INTO part (kind, number) VALUES (?, ?)');

  function insertInto(kind: FoundKind, part: number | null): Statement {
    const table = wordsTable(kind, part);
    const before = inserts.get(table);
    if (before !== undefined) return before;
    if (part !== null && known.get(kind, part) === undefined) {
      db.exec(createWordsTable(table));
      addPart.run(kind, part);
    }
    const made = db.prepare(`INSERT INTO ${table} (rowid, tokens) VALUES (?, ?)`);
    inserts.set(table, made);
    return made;
  }

  return (kind, id, tokens) =>
    void insertInto(kind, isInParts(kind) ? Math.floor(id / positionsAPart) : null).run(id, tokens);
}

export type WriteEntries = (entries: readonly PlannedEvent[]) => void;

export function createEntryWriter(
  db: Sqlite,
  log: Pick<LogReader, 'positionOf' | 'hashAt'>,
  planOf: (hash: string) => PlanPackage | null,
  positionsAPart: number,
): WriteEntries {
  const add = createDocuments(db, positionsAPart);
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
