/** 会商研判: who sat together, on what, and what they concluded. The first one opens the warning [plan 3.3]. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { Warnings } from '#shared/plan/warningSection.ts';
import { deskError, firstError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { ConfirmQuestion, DeskError } from '../errors.ts';
import { decided, nowTimed } from '../incident/onIncident.ts';
import { notInPlan, storedUnit, unitErrors } from '../parties.ts';
import { futureTimes } from '../questions.ts';
import type { PlanPin } from '../recorded.ts';
import { warningLevelOf } from './authority.ts';
import type { ClueState } from './clue.ts';
import { clueEvent, waitingClue } from './clues.ts';
import { onWarning, warningEvent } from './onWarning.ts';

type Assess = CommandOf<'AssessWarning'>;
type Frame = { plan: PlanPackage; warnings: Warnings; pin: PlanPin; title: string | null };

export function assessWarning(command: Assess, context: DecisionContext): Decision {
  if (context.warning(command.warningId) !== null) {
    return onWarning(
      command,
      context,
      ['dismissed', 'watch', 'proposed', 'reported', 'approved', 'issued'],
      ({ plan, warnings, pin, state }) => assess(command, { plan, warnings, pin, title: state.title }, context),
    );
  }
  const pinned = context.desk.plan === null ? null : context.plan(context.desk.plan.id);
  if (pinned === null) return rejected(deskError('unknownPlan', { planId: context.desk.plan?.id }));
  const { plan, pin } = pinned;
  if (plan.warnings === undefined) return rejected(notInPlan('warnings'));
  return assess(command, { plan, warnings: plan.warnings, pin, title: null }, context);
}

function assess(command: Assess, frame: Frame, context: DecisionContext): Decision {
  const { plan, warnings, pin } = frame;
  const { clueIds = [], participants, inputs = {}, conclusion, reason, heldAt, reviewAt } = command;
  const found = [...new Set(clueIds)].map((id) => waitingClue(id, 'clueIds', context));
  const error = firstError(
    ...found.map((clue) => ('code' in clue ? clue : null)),
    conclusionError(plan, warnings, conclusion),
    unitErrors(
      plan,
      'participants',
      participants.map(({ unit }) => unit),
    ),
  );
  if (error !== null) return rejected(error);
  const clues = found.filter((clue): clue is ClueState => !('code' in clue));
  const title = command.title ?? frame.title ?? titleFromClue(plan, clues[0]?.told);
  const isWarn = conclusion.kind === 'warn';
  const event = warningEvent(command, 'WarningAssessed', {
    title,
    plan: pin,
    clueIds: clues.map(({ clueId }) => clueId),
    participants: participants.map(({ name, unit, personId }) => ({
      name,
      unit: unit === undefined ? null : storedUnit(plan, unit),
      personId: personId ?? null,
    })),
    inputs: {
      weather: inputs.weather ?? null,
      geology: inputs.geology ?? null,
      operation: inputs.operation ?? null,
      notes: inputs.notes ?? null,
    },
    conclusion: conclusion.kind,
    level: isWarn ? conclusion.level : null,
    likelyGrade: isWarn ? (conclusion.likelyGrade ?? warningLevelOf(warnings, conclusion.level)?.grade ?? null) : null,
    reason,
    held: heldAt ?? nowTimed(context),
    review: reviewAt ?? null,
  });
  const { warningId } = command;
  const linked = clues.map(({ clueId }) => clueEvent({ clueId }, 'ClueLinked', { warningId, title }));
  return decided([event, ...linked], [...futureTimes({ heldAt }, context.now), ...gradeQuestion(warnings, conclusion)]);
}

function conclusionError(plan: PlanPackage, warnings: Warnings, conclusion: Assess['conclusion']): DeskError | null {
  if (conclusion.kind !== 'warn') return null;
  const { level, likelyGrade } = conclusion;
  return firstError(
    unknownItem('conclusion.level', level, warnings.levels),
    likelyGrade === undefined ? null : unknownItem('conclusion.likelyGrade', likelyGrade, plan.grades),
  );
}

/** A level is meant for what the thing may become; another one is asked back. */
function gradeQuestion(warnings: Warnings, conclusion: Assess['conclusion']): ConfirmQuestion[] {
  if (conclusion.kind !== 'warn' || conclusion.likelyGrade === undefined) return [];
  const level = warningLevelOf(warnings, conclusion.level);
  if (level === null || level.grade === conclusion.likelyGrade) return [];
  const { id, grade, clause } = level;
  return [{ code: 'warningLevelOfGrade', clause, params: { level: id, grade, likelyGrade: conclusion.likelyGrade } }];
}

const LONGEST_PLACE = 40;

type Told = { area: string | null; place: string | null; kind: string | null };

/** Where, and what threatens there, as the first clue says. */
export function titleFromClue(plan: PlanPackage, first: Told | undefined): string {
  const area = plan.areas.find(({ id }) => id === first?.area)?.label ?? '';
  const where = `${area}${first?.place ?? ''}`.slice(0, LONGEST_PLACE);
  const what = plan.warnings?.kinds.find(({ id }) => id === first?.kind)?.label ?? '险情';
  return `${where}${what}`;
}
