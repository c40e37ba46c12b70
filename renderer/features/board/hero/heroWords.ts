/** What the hero offers to do, and how much of its time is gone. Pure. */
import type { Obligation } from '#shared/plan/assessment.ts';
import type { ReportingRule } from '#shared/plan/schema.ts';

/** What the officer does about it: tell by phone, determine the grade, or note what another unit did. */
export type Act = 'call' | 'write' | 'determine' | 'noteArrival';

export function actOf(rule: ReportingRule | undefined, row: Obligation): Act {
  if (rule?.fulfilledBy.kind === 'determination') return 'determine';
  if (row.supervised) return 'noteArrival';
  return row.form === 'written' ? 'write' : 'call';
}

export type Progress = { from: number; to: number; marks: number[] };

const AFTER_LAST_MARK = 1.2;

/** The bar runs from the trigger to the limit; without a number, a little past the last attention mark. */
export function progressOf({ trigger, dueAt, attentionAt }: Obligation): Progress | null {
  if (dueAt !== null) return { from: trigger, to: dueAt, marks: [] };
  const last = attentionAt.at(-1);
  if (last === undefined) return null;
  const to = trigger + (last - trigger) * AFTER_LAST_MARK;
  return { from: trigger, to, marks: attentionAt.map((at) => (at - trigger) / (to - trigger)) };
}

export const doneShare = ({ from, to }: Progress, now: number): number =>
  to <= from ? 1 : Math.min(1, Math.max(0, (now - from) / (to - from)));
