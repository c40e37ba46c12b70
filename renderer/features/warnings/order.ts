/** What a warning is in, as the list is divided: what is owed first, what is over last. */
import type { ClueRow, WarningRow, WarningStage } from '#shared/contract/rows.ts';

export const SECTIONS = ['inForce', 'onTheWay', 'watched', 'ended'] as const;
export type Section = (typeof SECTIONS)[number];

const SECTION_OF: Readonly<Record<WarningStage, Section>> = {
  issued: 'inForce',
  proposed: 'onTheWay',
  reported: 'onTheWay',
  approved: 'onTheWay',
  watch: 'watched',
  dismissed: 'ended',
  released: 'ended',
  converted: 'ended',
};

/** Sections that have any, in order; the desk's own order within each, what ended last first. */
export function inSections(rows: readonly WarningRow[]): { section: Section; rows: WarningRow[] }[] {
  return SECTIONS.map((section) => {
    const found = rows.filter(({ stage }) => SECTION_OF[stage] === section);
    return { section, rows: section === 'ended' ? found.toSorted((a, b) => b.lastEntryAt - a.lastEntryAt) : found };
  }).filter(({ rows: found }) => found.length > 0);
}

/** Nobody has dealt with them yet, the one that waits longest first. */
export const waitingClues = (clues: readonly ClueRow[]): ClueRow[] =>
  clues.filter(({ settled }) => settled === null).toSorted((a, b) => a.received.at - b.received.at);
