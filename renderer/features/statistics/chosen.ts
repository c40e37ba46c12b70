/** What is counted: months of the plan's zone, both included, and one incident or all. */

import type { Asked } from '#shared/domain/statistics/asked.ts';
import { monthSpan } from '#shared/domain/statistics/months.ts';

export type Chosen = { fromMonth: string | null; toMonth: string | null; incidentId: string | null };
export const EVERYTHING: Chosen = { fromMonth: null, toMonth: null, incidentId: null };

export function spanOf({ fromMonth, toMonth, incidentId }: Chosen, timeZone: string): Asked {
  return {
    ...(fromMonth !== null && { from: monthSpan(fromMonth, timeZone).from }),
    ...(toMonth !== null && { to: monthSpan(toMonth, timeZone).to }),
    ...(incidentId !== null && { incidentId }),
  };
}

/** A first month after the last is no span: the other end moves with the one that was changed. */
export function withMonth(chosen: Chosen, end: 'fromMonth' | 'toMonth', month: string | null): Chosen {
  const next = { ...chosen, [end]: month };
  const { fromMonth, toMonth } = next;
  if (fromMonth === null || toMonth === null || fromMonth <= toMonth) return next;
  return { ...next, fromMonth: month, toMonth: month };
}
