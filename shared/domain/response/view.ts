/** Everything about the response of one incident as known at an instant: entries recorded later do not exist yet. */
import { assess, assessLedger, type Ledger } from '#shared/plan/engine/assess.ts';
import { conditionTable } from '#shared/plan/engine/conditionTable.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { IncidentState } from '../incident/incident.ts';
import { asKnownAt } from '../incident/view.ts';
import { onSceneOf } from '../onScene/command.ts';
import { type Group, groupsOf, presentIn } from '../onScene/groups.ts';
import { unitsOf } from '../onScene/units.ts';
import type { GroupRow, LevelRow, ResponseFile } from '../responseRows.ts';
import { checklistsOf } from '../work/checklists.ts';
import { instructionsOf } from '../work/instructions.ts';
import { isOpenTask, type Task, tasksOf } from '../work/tasks.ts';
import { afterwardsRow } from './afterwards.ts';
import { authorityFor } from './authority.ts';
import { type LevelInForce, levelsOf } from './levels.ts';
import { reinforcementsOf } from './reinforcement.ts';
import { isPast, nextReminderChange, remindersOf } from './reminders.ts';
import { delegationRows, proposalRows, responseHistory, responseRow, transferRows } from './responseRow.ts';
import { signaturesOf } from './signatures.ts';

const MINUTE_MS = 60_000;

/** `ledger`: of all the incident's facts, where the caller keeps one. */
export function viewResponse(plan: PlanPackage, state: IncidentState, at: number, ledger?: Ledger): ResponseFile {
  const known = asKnownAt(state, at) ?? state;
  const instant = Math.max(at, state.openedAt);
  const assessment = ledger === undefined ? assess(plan, known, instant) : assessLedger(ledger, instant);
  const { inForce, headEntryId } = levelsOf(known);
  const signatures = signaturesOf(known);
  const tasks = tasksOf(known);
  const delegations = delegationRows(known, instant);
  const reminders = remindersOf(known, instant);
  const changes = [
    assessment.nextChangeAt,
    nextReminderChange(reminders),
    ...delegations.flatMap(({ state: stands, expiresAt }) =>
      // Known to the minute, it holds until the minute is over.
      stands === 'open' ? [expiresAt + 1, expiresAt + MINUTE_MS] : [],
    ),
  ].filter((each) => each !== null && each > instant);
  return {
    incidentId: known.incidentId,
    title: known.title,
    planId: known.planPin.id,
    at: instant,
    response: responseRow(known, signatures),
    headEntryId,
    proposedLevel: assessment.proposedLevel,
    proposedBasis: [...assessment.proposedBasis],
    prompts: [...assessment.prompts],
    levels: levelRows(plan, known, instant, inForce, assessment.proposedLevel),
    termination: {
      may: [...authorityFor(plan, inForce, { act: 'terminate' }).may],
      approve: [...authorityFor(plan, inForce, { act: 'approve' }).may],
    },
    proposals: proposalRows(known),
    delegations,
    signatures,
    history: responseHistory(known),
    transfers: transferRows(known),
    checklists: checklistsOf(plan, known, assessment.clockGrade),
    onScene: onSceneOf(known),
    groups: groupsOf(known).map((group) => groupRow(group, tasks)),
    units: unitsOf(known),
    tasks: tasks.map((task) => ({
      ...task,
      overdue: isOpenTask(task) && task.dueAt !== null && isPast(task.dueAt, instant),
    })),
    instructions: instructionsOf(known),
    reinforcements: reinforcementsOf(known),
    afterwards: afterwardsRow(plan, known, assessment),
    reminders,
    nextChangeAt: changes.length === 0 ? null : Math.min(...(changes as number[])),
  };
}

function levelRows(
  plan: PlanPackage,
  known: IncidentState,
  at: number,
  inForce: LevelInForce | null,
  proposedLevel: string | null,
): LevelRow[] {
  return conditionTable(plan, known, at).map(({ level, rows }) => ({
    level,
    isProposed: level === proposedLevel,
    isInForce: level === inForce?.level,
    may: [...authorityFor(plan, inForce, { act: inForce === null ? 'start' : 'adjust', level }).may],
    rows,
  }));
}

function groupRow(group: Group, tasks: readonly Task[]): GroupRow {
  const own = tasks.filter(({ to }) => to.kind === 'group' && to.id === group.groupId);
  return { ...group, present: presentIn(group).length, openTasks: own.filter(isOpenTask).length };
}
