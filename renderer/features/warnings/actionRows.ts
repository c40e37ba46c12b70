/** How far a list of actions is. */
import type { WarningActionRow } from '#shared/contract/rows.ts';

type Row = Pick<WarningActionRow, 'state'>;

export const isSettled = ({ state }: Row): boolean => state === 'done' || state === 'notApplicable';

export const countsOf = (items: readonly Row[]): { settled: number; all: number } => ({
  settled: items.filter(isSettled).length,
  all: items.length,
});
