/** A level rests on a met criterion at or above it, or on the office's judgement with a reason [plan 4.3]. */
import type { Assessment } from '#shared/plan/assessment.ts';
import type { Timed } from '#shared/plan/facts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError } from '../checks.ts';
import type { ConfirmQuestion, DeskError } from '../errors.ts';
import { levelOf, levelRank } from './authority.ts';
import type { ResponseDecision } from './events.ts';

export function basisError(
  plan: PlanPackage,
  assessment: Assessment,
  level: string,
  reason: string | undefined,
): DeskError | null {
  const isMet = levelRank(plan, assessment.proposedLevel) >= levelRank(plan, level);
  if (isMet || reason !== undefined) return null;
  return deskError('basisNeeded', { field: 'reason', level }, levelOf(plan, level).judgementClause);
}

export function belowProposal(plan: PlanPackage, assessment: Assessment, level: string): ConfirmQuestion[] {
  const { proposedLevel, proposedBasis } = assessment;
  if (levelRank(plan, level) >= levelRank(plan, proposedLevel)) return [];
  const question: ConfirmQuestion = { code: 'levelBelowProposal', params: { level, proposedLevel } };
  const clause = proposedBasis[0]?.clause;
  return [clause === undefined ? question : { ...question, clause }];
}

type GivenDecision = Omit<ResponseDecision, 'at'> & { at?: Timed | undefined };

export function decisionAt(given: GivenDecision, now: Timed): ResponseDecision {
  const { post, name, means } = given;
  return { post, name, means, at: given.at ?? now };
}
