/** A level rests on a met criterion at or above it, or on the office's judgement with a reason [plan 4.3]. */
import type { Assessment, CriterionMatch } from '#shared/plan/assessment.ts';
import { confirmedValues, matchOf } from '#shared/plan/engine/criteria.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError } from '../checks.ts';
import type { DecisionContext } from '../decision.ts';
import type { ConfirmQuestion, DeskError } from '../errors.ts';
import { currentNow, type Subject } from '../incident/onIncident.ts';
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

/** What the level rests on, as it stood: its own criteria, else those of the higher one; nothing where it is judgement. */
export function basisOf(subject: Subject, context: DecisionContext, assessment: Assessment, level: string): Basis {
  const { plan } = subject;
  if (!isMet(plan, assessment, level)) return [];
  const own = ownMatches(subject, context, level);
  return (own.length > 0 ? own : assessment.proposedBasis).map(
    ({ criterion, of, clause, subject: on, value, entryId }) => ({
      criterion,
      of,
      clause,
      subject: on,
      value,
      entryId,
    }),
  );
}

function ownMatches(subject: Subject, context: DecisionContext, level: string): CriterionMatch[] {
  const current = currentNow(subject, context);
  const confirmed = confirmedValues(current, context.now);
  return levelOf(subject.plan, level).criteria.flatMap((criterion) => matchOf(level, criterion, current, confirmed));
}

export function belowProposal(plan: PlanPackage, assessment: Assessment, level: string): ConfirmQuestion[] {
  const { proposedLevel, proposedBasis } = assessment;
  if (levelRank(plan, level) >= levelRank(plan, proposedLevel)) return [];
  const question: ConfirmQuestion = { code: 'levelBelowProposal', params: { level, proposedLevel } };
  const clause = proposedBasis[0]?.clause;
  return [clause === undefined ? question : { ...question, clause }];
}
