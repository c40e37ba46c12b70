/**
 * Which stages of a clock have come: pure.
 *
 * [ALARM-1] A clock calls at the start of 即将到时 and when it is due, at that instant.
 * [ALARM-2] While it is overdue it calls again every five minutes.
 * [ALARM-3] After a gap (sleep, restart) only the latest of its repeats is called, and no 即将到时 for what is due already.
 * [ALARM-9] What is no obligation (补签, 批示, reinforcement, tasks, units called) reminds every half hour, in a class of its own.
 * Warnings that somebody has not acknowledged or that are to be looked at again, and clues that wait, are of that class too.
 * Obligations owed by others, met, waived or superseded never call.
 */
import type { ClueRow, ReminderRow, WarningReminder } from '#shared/contract/rows.ts';
import { clueKey } from '#shared/domain/alarm/about.ts';
import type { AlarmStage } from '#shared/domain/alarm/alarm.ts';
import type { Obligation, ObligationState } from '#shared/plan/assessment.ts';

export const REPEAT_MS = 5 * 60_000;
export const REMIND_MS = 30 * 60_000;
/** The stage's number has at most five digits: nearly a year of repeats. */
const MAX_REPEATS = 99_999;

/** What of an obligation the alarms look at. */
export type Clock = Pick<
  Obligation,
  'key' | 'dueAt' | 'dueSoonAt' | 'attentionAt' | 'state' | 'supervised' | 'arisenAt'
>;
/** Reminds first just after `from`, then every half hour. */
export type Reminder = { key: string; from: number };

const UNMET: readonly ObligationState[] = ['pending', 'dueSoon', 'overdue', 'immediate', 'open'];

export const isRepeat = ({ stage }: AlarmStage): boolean => stage.startsWith('repeat-');

/** Owed by this desk and not met. */
export const mayCall = ({ supervised, state }: Pick<Clock, 'supervised' | 'state'>): boolean =>
  !supervised && UNMET.includes(state);

/** The stages of one clock that have come by now and still say something. */
export function stagesReached(clock: Clock, now: number): AlarmStage[] {
  if (!mayCall(clock)) return [];
  const { key, dueAt, dueSoonAt } = clock;
  const stages: AlarmStage[] = [];
  const attention = clock.attentionAt.findLastIndex((at) => at <= now);
  if (attention >= 0) {
    stages.push({ key, stage: `attention-${attention + 1}`, stageAt: clock.attentionAt[attention] as number });
  }
  if (dueAt === null || dueSoonAt === null || now < dueSoonAt) return stages;
  if (now < dueAt) return [...stages, { key, stage: 'dueSoon', stageAt: dueSoonAt }];
  stages.push({ key, stage: 'due', stageAt: dueAt });
  const repeat = Math.min(Math.floor((now - dueAt) / REPEAT_MS), MAX_REPEATS);
  if (repeat > 0) stages.push({ key, stage: `repeat-${repeat}`, stageAt: dueAt + repeat * REPEAT_MS });
  return stages;
}

/** What is done at its very instant is done in time: a reminder comes after it. */
export function remindersReached({ key, from }: Reminder, now: number): AlarmStage[] {
  if (now <= from) return [];
  const passed = Math.min(Math.floor((now - from) / REMIND_MS), MAX_REPEATS - 1);
  return [{ key, stage: `remind-${passed + 1}`, stageAt: from + passed * REMIND_MS }];
}

/** A task from its due time, a unit from when it was expected; what has no time of its own after half an hour. */
export function reminderOf(row: ReminderRow): Reminder {
  const { key, since } = row;
  switch (row.kind) {
    case 'task':
      return { key, from: row.dueAt };
    case 'unit':
      return { key, from: row.expectedAt ?? since + REMIND_MS };
    case 'signature':
    case 'instruction':
    case 'reinforcement':
      return { key, from: since + REMIND_MS };
  }
}

/** A review and an action from their instant; who was told has half an hour to say that it is there. */
export const warningReminder = ({ key, kind, from }: WarningReminder): Reminder => ({
  key,
  from: kind === 'ack' ? from + REMIND_MS : from,
});

/** By its age: half an hour after it came in [plan 3.4: 及时研判]. */
export const clueReminder = ({ clueId, received }: ClueRow): Reminder => ({
  key: clueKey(clueId),
  from: received.at + REMIND_MS,
});
