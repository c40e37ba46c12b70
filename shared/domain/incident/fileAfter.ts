/**
 * An incident's file for somebody who has it up to an entry: a night has thousands of entries, every one of which every
 * open page asks about, so only what came after is told again. Where an entry before it may read otherwise now, the file
 * is told whole; whoever asked joins what came to what was there.
 */
import type { RecordedEvent } from '../recorded.ts';
import type { IncidentFile } from '../rows.ts';

/** `after`: the entries up to this one are left out, they are as they were. */
export type IncidentAnswer = IncidentFile & { after?: string };

/** What was recorded after it; null where the entries up to it are not those that were told. */
export function entriesAfter(entries: readonly RecordedEvent[], entryId: string): readonly RecordedEvent[] | null {
  const last = entries.findLastIndex((entry) => entry.entryId === entryId);
  if (last < 0) return null;
  const rest = entries.slice(last + 1);
  // A strike marks an entry that may stand before it.
  return rest.some(({ type }) => type === 'EntryStruck') ? null : rest;
}

/** `known`: the file that `after` was asked with. */
export function joinFile(known: IncidentFile, { after, ...told }: IncidentAnswer): IncidentFile {
  return after === undefined ? told : { ...told, entries: [...known.entries, ...told.entries] };
}
