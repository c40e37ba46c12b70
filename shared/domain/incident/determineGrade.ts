/** 认定: a person determines the grade, and may do so again; below what confirmed figures meet is asked back. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { assessNow, decided, incidentEvent, onIncident, shownOf } from './onIncident.ts';

export function determineGrade(command: CommandOf<'DetermineGrade'>, context: DecisionContext): Decision {
  const { grade, reason } = command;
  return onIncident(command, context, 'afterClosing', (subject) => {
    const unknown = unknownItem('grade', grade, subject.plan.grades);
    if (unknown !== null) return rejected(unknown);
    const before = assessNow(subject, context);
    if (before.grade === grade) return rejected(deskError('alreadyDetermined', { grade }));
    const event = incidentEvent(command, 'GradeDetermined', {
      grade,
      reason: reason ?? null,
      shown: shownOf(before, subject.pin, context),
    });
    const { factsGrade } = before;
    const clause = before.factsGradeMatches[0]?.clause;
    if (rank(subject.plan, grade) >= rank(subject.plan, factsGrade)) return decided([event], []);
    const question = { code: 'gradeBelowFacts' as const, params: { grade, factsGrade } };
    return decided([event], [clause === undefined ? question : { ...question, clause }]);
  });
}

const rank = (plan: PlanPackage, grade: string | null): number => plan.grades.findIndex(({ id }) => id === grade);
