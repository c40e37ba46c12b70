/** What a search answers. Where to go with each is in it: an incident, an entry of the log, a person's or unit's own. */
import type { LogRow } from '../rows.ts';
import type { Part } from './highlight.ts';
import type { EntryKind, FoundKind } from './kinds.ts';

/** The entry that said who or what it is. */
export type NamedIn = { entryId: string; position: number; incidentId: string | null };

export type FoundEntry = {
  kind: EntryKind;
  /** The task's, the bulletin's or the warning's, of which only the latest entry is shown; else the entry's own. */
  id: string;
  row: LogRow;
  incidentTitle: string | null;
  /** The text it was found by, around the first place. */
  parts: Part[];
};
export type FoundIncident = {
  kind: 'incident';
  id: string;
  incidentId: string;
  closedAt: number | null;
  parts: Part[];
  more: Part[];
};
export type FoundPerson = {
  kind: 'person';
  id: string;
  /** Of an officer of this desk; else null. */
  officerId: string | null;
  parts: Part[];
  /** A post's id where it is one of the plan's, or words. */
  more: Part[];
  phone: Part[] | null;
  namedIn: NamedIn;
};
export type FoundUnit = {
  kind: 'unit';
  id: string;
  /** The plan's; null for one that was only named in words. */
  unitId: string | null;
  name: string;
  parts: Part[];
  namedIn: NamedIn;
};
export type Found = FoundEntry | FoundIncident | FoundPerson | FoundUnit;

export type FoundGroup = {
  kind: FoundKind;
  /** Best matches first: the whole text, the words together, all of the words; of each the latest first. */
  rows: Found[];
  /** Where the next page begins; null where there is none. */
  next: string | null;
};

export type SearchIndex =
  | { kind: 'whole' }
  /** Entries that can be found already, of all. */
  | { kind: 'building'; done: number; total: number }
  /** It can neither be read nor written, e.g. on a full disk; what is in it still answers. */
  | { kind: 'stopped' };

/** Only kinds of which something was found. */
export type SearchRow = { groups: FoundGroup[]; index: SearchIndex };

/** Of a task's, a bulletin's or a warning's entries one stands for all. */
export function foundId(kind: EntryKind, { entryId, payload }: LogRow): string {
  const { taskId, bulletinId, warningId } = (payload ?? {}) as {
    taskId?: string;
    bulletinId?: string;
    warningId?: string;
  };
  if (kind === 'warning' && warningId !== undefined) return `warning/${warningId}`;
  if (kind === 'task') return `task/${taskId ?? entryId}`;
  return kind === 'bulletin' ? `bulletin/${bulletinId ?? entryId}` : entryId;
}

/** The first of each. */
export function distinct(rows: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}
