/** Which list stands first: the one that came last is what the night is about now. */
import type { ChecklistItemRow, ChecklistRow } from '#shared/contract/rows.ts';

const RANK: Record<ChecklistRow['because']['kind'], number> = { ended: 0, condition: 1, level: 2, always: 3 };

export const orderLists = (lists: readonly ChecklistRow[]): ChecklistRow[] =>
  lists.toSorted((a, b) => RANK[a.because.kind] - RANK[b.because.kind] || b.since - a.since);

export const isSettled = ({ state }: Pick<ChecklistItemRow, 'state'>): boolean =>
  state === 'done' || state === 'notApplicable';

export const countsOf = (items: readonly Pick<ChecklistItemRow, 'state'>[]): { settled: number; all: number } => ({
  settled: items.filter(isSettled).length,
  all: items.length,
});
