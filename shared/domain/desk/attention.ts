/**
 * 提醒点: when what is owed at once, without a number, calls again. The package's minutes hold until an officer sets
 * others for this desk; that is an entry, so any past instant is read with what held then. The package itself, its hash
 * and every limit the plan gives stay as they are.
 */
import { z } from 'zod';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { Actor } from '../recorded.ts';

const MAX_MARKS = 6;
const MAX_MINUTES = 240;

const isAscending = (minutes: readonly number[]): boolean =>
  minutes.every((minute, index) => index === 0 || minute > (minutes[index - 1] ?? 0));

/** Minutes after the trigger, ascending; null: the package's own. */
export const attentionMinutesSchema = z
  .array(z.number().int().min(1).max(MAX_MINUTES))
  .min(1)
  .max(MAX_MARKS)
  .refine(isAscending, { params: { code: 'notAscending' } })
  .nullable();

export type AttentionSet = { at: number; actor: Actor; minutes: readonly number[] | null };

/** What held at an instant; null: the package's own. */
export const attentionAt = (all: readonly AttentionSet[], at: number): AttentionSet | null =>
  all.findLast((set) => set.at <= at) ?? null;

const changed = new WeakMap<PlanPackage, Map<string, PlanPackage>>();

/** The plan with these marks; the same object for the same marks, so that what was worked out from it is kept. */
export function withAttention(plan: PlanPackage, minutes: readonly number[] | null): PlanPackage {
  if (minutes === null) return plan;
  const known = changed.get(plan) ?? new Map<string, PlanPackage>();
  changed.set(plan, known);
  const key = minutes.join(' ');
  const made = known.get(key) ?? { ...plan, attentionMinutes: [...minutes] };
  known.set(key, made);
  return made;
}
