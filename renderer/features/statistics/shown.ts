/** Which bar, and which part of it, the list of obligations is about. */
import type { Sides } from '#shared/contract/rows.ts';
import type { Asked } from '#shared/domain/statistics/asked.ts';
import type { Outcome } from '#shared/domain/statistics/outcome.ts';

export type Part = Asked & { planId?: string; rule?: string; side?: keyof Sides };
export type Shown = { name: string; part: Part; outcome: Outcome | null };
export type OnShow = (shown: Shown) => void;
