/** A level rests on a met criterion at or above it, or on the office's judgement with a reason [plan 4.3]. */
import type { Assessment } from '#shared/plan/assessment.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError } from '../checks.ts';
import type { ConfirmQuestion, DeskError } from '../errors.ts';
import type { Basis } from '../parts.ts';
import { levelOf, levelRank } from './authority.ts';

export function basisError(
  plan: PlanPackage,
  assessment: Assessment,
  level: string,
  reason: string | undefined,
): DeskError | null {
  if (isMet(plan, assessment, level) || reason !== undefined) return null;
  return deskError('basisNeeded', { field: 'reason', level }, levelOf(plan, level).judgementClause);
}

const isMet = (plan: PlanPackage, { proposedLevel }: Assessment, level: string): boolean =>
  levelRank(plan, proposedLevel) >= levelRank(plan, level);

/** What the level rests on, as it stood; nothing where it is judgement. */
export function basisOf(plan: PlanPackage, assessment: Assessment, level: string): Basis {
  if (!isMet(plan, assessment, level)) return [];
  return assessment.proposedBasis.map(({ criterion, of, clause, subject, value, entryId }) => ({
    criterion,
    of,
    clause,
    subject,
    value,
    entryId,
  }));
}

export function belowProposal(plan: PlanPackage, assessment: Assessment, level: string): ConfirmQuestion[] {
  const { proposedLevel, proposedBasis } = assessment;
  if (levelRank(plan, level) >= levelRank(plan, proposedLevel)) return [];
  const question: ConfirmQuestion = { code: 'levelBelowProposal', params: { level, proposedLevel } };
  const clause = proposedBasis[0]?.clause;
  return [clause === undefined ? question : { ...question, clause }];
}
