/**
 * What the board keeps in sight besides clocks: open 补签, tasks with a due time, units called and not arrived, 批示 and
 * requests for reinforcement without an answer [plan 4.1.3(2), 4.3.3(3)]. A band of its own, never mixed with statutory
 * clocks.
 */
import type { IncidentState } from '../incident/incident.ts';
import { isAwaited, unitsOf } from '../onScene/units.ts';
import type { ReminderRow } from '../responseRows.ts';
import { instructionsOf } from '../work/instructions.ts';
import { isOpenTask, tasksOf } from '../work/tasks.ts';
import { reinforcementsOf } from './reinforcement.ts';
import { signaturesOf } from './signatures.ts';

/** Of one incident as known at `at`. */
export function remindersOf(state: IncidentState, at: number): ReminderRow[] {
  const { incidentId, title: incidentTitle } = state;
  const head = (...parts: string[]) => ({ key: [incidentId, ...parts].join('/'), incidentId, incidentTitle });
  const signatures = signaturesOf(state)
    .filter(({ signed }) => signed === null)
    .map((signature): ReminderRow => {
      const { of, part, decidedAt: since } = signature;
      return { ...head('signature', of, part), kind: 'signature', since, signature };
    });
  const tasks = tasksOf(state).flatMap((task): ReminderRow[] => {
    const { taskId, what, to, dueAt, assignedAt: since } = task;
    if (!isOpenTask(task) || dueAt === null) return [];
    return [{ ...head('task', taskId), kind: 'task', since, taskId, what, to, dueAt, overdue: isPast(dueAt, at) }];
  });
  const units = unitsOf(state)
    .filter(isAwaited)
    .map((row): ReminderRow => {
      const { summonsId, unit, enRouteAt, expectedAt, calledAt: since } = row;
      return { ...head('unit', summonsId), kind: 'unit', since, summonsId, unit, enRouteAt, expectedAt };
    });
  const instructions = instructionsOf(state)
    .filter(({ answer }) => answer === null)
    .map((row): ReminderRow => {
      const { instructionId, from, text, receivedAt: since } = row;
      return { ...head('instruction', instructionId), kind: 'instruction', since, instructionId, from, text };
    });
  const reinforcements = reinforcementsOf(state)
    .filter(({ answer }) => answer === null)
    .map((row): ReminderRow => {
      const { requestId, to, what, requestedAt: since } = row;
      return { ...head('reinforcement', requestId), kind: 'reinforcement', since, requestId, to, what };
    });
  return rankReminders([...signatures, ...tasks, ...units, ...instructions, ...reinforcements]);
}

/** Done exactly at the due instant is in time. */
export const isPast = (dueAt: number, at: number): boolean => at > dueAt;

const KINDS: readonly ReminderRow['kind'][] = ['signature', 'instruction', 'reinforcement', 'unit', 'task'];

/** Overdue first, longest first; then kind by kind what has waited longest, tasks by their due time. */
export function rankReminders(rows: readonly ReminderRow[]): ReminderRow[] {
  const isOverdue = (row: ReminderRow) => row.kind === 'task' && row.overdue;
  const when = (row: ReminderRow) => (row.kind === 'task' ? row.dueAt : row.since);
  return rows.toSorted(
    (a, b) =>
      Number(isOverdue(b)) - Number(isOverdue(a)) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || when(a) - when(b),
  );
}

/** The next instant at which a reminder becomes overdue by itself. */
export function nextReminderChange(rows: readonly ReminderRow[]): number | null {
  const due = rows.flatMap((row) => (row.kind === 'task' && !row.overdue ? [row.dueAt + 1] : []));
  return due.length === 0 ? null : Math.min(...due);
}
