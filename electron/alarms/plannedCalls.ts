/**
 * What is to be heard now: pure, from the schedule, what was called before, and the instant.
 *
 * [ALARM-2] Repeats are grouped per incident and keep five minutes' distance from any other call of it. A call carries
 * every stage of its incident that has come.
 * [ALARM-4] An incident has at most one new alarm in five minutes, unless an obligation arose since: a stage that comes
 * sooner is heard at its instant all the same, and joins the alarm that stands.
 * [ALARM-9] Reminders keep ten minutes from each other and come with an alarm of their incident or five minutes after.
 */
import type { AlarmAbout } from '#shared/domain/alarm/about.ts';
import type { AlarmStage } from '#shared/domain/alarm/alarm.ts';
import type { AlarmKind } from '#shared/domain/alarm/commands.ts';
import { type Turn, turnOf } from './clockWatch.ts';
import {
  type Clock,
  isRepeat,
  REMIND_MS,
  REPEAT_MS,
  type Reminder,
  remindersReached,
  stagesReached,
} from './stages.ts';

export const REMINDERS_APART_MS = 10 * 60_000;

/** Of an incident; of a warning or the clues, which have no clocks. */
export type IncidentSchedule = AlarmAbout & {
  title: string;
  clocks: readonly Clock[];
  reminders: readonly Reminder[];
};

/** What was called for an incident already. */
export type Called = {
  /** Slot → the highest number called in it, by turn: it stays as small as the clocks are many, however long they repeat. */
  stages: Map<string, { turn: number; number: number }[]>;
  /** The last new alarm, which stages may join. */
  alarm: { alarmId: string; at: number } | null;
  /** The last call of clocks. */
  callAt: number | null;
  reminderAt: number | null;
};

export const nothingCalled = (): Called => ({ stages: new Map(), alarm: null, callAt: null, reminderAt: null });

export type PlannedCall = { kind: AlarmKind; joins: string | null; stages: AlarmStage[] };

/** Repeats of one clock and due instant share a slot; every other stage has its own. */
export function slotOf({ key, stage, stageAt }: AlarmStage): { slot: string; number: number } {
  const [name, digits] = stage.split('-') as [string, string | undefined];
  const number = Number(digits ?? 0);
  if (name === 'repeat') return { slot: `${key} ${name} ${stageAt - number * REPEAT_MS}`, number };
  if (name === 'remind') return { slot: `${key} ${name} ${stageAt - (number - 1) * REMIND_MS}`, number };
  return { slot: `${key} ${stage} ${stageAt}`, number: 0 };
}

export function remember({ stages }: Called, called: readonly AlarmStage[]): void {
  for (const stage of called) {
    const { slot, number } = slotOf(stage);
    const { turn = 0 } = stage;
    const known = stages.get(slot) ?? [];
    const inTurn = known.find((each) => each.turn === turn);
    if (inTurn === undefined) stages.set(slot, [...known, { turn, number }]);
    else inTurn.number = Math.max(number, inTurn.number);
  }
}

/** A repeat that was called speaks for those before it; one of a later turn for those of an earlier. */
export function isCalled({ stages }: Called, stage: AlarmStage): boolean {
  const { slot, number } = slotOf(stage);
  const { turn = 0 } = stage;
  return stages.get(slot)?.some((known) => known.turn >= turn && known.number >= number) ?? false;
}

/** Also where the clock ran back: what lies ahead was not just now. */
const isLongAgo = (at: number | null, now: number, apart: number): boolean =>
  at === null || now < at || now - at >= apart;

const inTurn = (stages: AlarmStage[], turns: readonly Turn[]): AlarmStage[] =>
  turns.length === 0
    ? stages
    : stages.map((stage) => {
        const turn = turnOf(turns, stage.stageAt);
        return turn === 0 ? stage : { ...stage, turn };
      });

export function plannedCalls(
  { clocks, reminders }: IncidentSchedule,
  called: Called,
  now: number,
  turns: readonly Turn[],
): PlannedCall[] {
  const isNew = (stage: AlarmStage): boolean => !isCalled(called, stage);
  const stages = inTurn(
    clocks.flatMap((clock) => stagesReached(clock, now)),
    turns,
  ).filter(isNew);
  const isRested = isLongAgo(called.callAt, now, REPEAT_MS);
  const calls: PlannedCall[] = [];
  if (stages.length > 0 && (isRested || !stages.every(isRepeat))) {
    calls.push({ kind: 'alarm', joins: alarmToJoin(clocks, stages, called, now), stages });
  }
  const mayRemind = (isRested || calls.length > 0) && isLongAgo(called.reminderAt, now, REMINDERS_APART_MS);
  if (!mayRemind || reminders.length === 0) return calls;
  const reminded = inTurn(
    reminders.flatMap((reminder) => remindersReached(reminder, now)),
    turns,
  ).filter(isNew);
  if (reminded.length > 0) calls.push({ kind: 'reminder', joins: null, stages: reminded });
  return calls;
}

function alarmToJoin(
  clocks: readonly Clock[],
  stages: readonly AlarmStage[],
  { alarm }: Called,
  now: number,
): string | null {
  if (alarm === null || isLongAgo(alarm.at, now, REPEAT_MS)) return null;
  const hasArisen = (key: string) => clocks.some((clock) => clock.key === key && clock.arisenAt > alarm.at);
  return stages.some(({ key }) => hasArisen(key)) ? null : alarm.alarmId;
}
