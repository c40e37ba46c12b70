/**
 * The alarm scheduler: looks at the clock once a second, calls what has come from the last schedule it knows, and keeps
 * what is still to be recorded until the desk has taken it. It does no I/O and waits for nobody, so a desk that is dead or
 * does not answer delays no alarm [ALARM-8]; who runs it (runScheduler.ts) reads boards, sends commands and tells screens.
 */
import { createHash } from 'node:crypto';
import type { CalledAlarm, ExecuteRequest } from '#shared/contract/deskApi.ts';
import { aboutKey, aboutOf } from '#shared/domain/alarm/about.ts';
import { type AlarmStage, stageKey } from '#shared/domain/alarm/alarm.ts';
import type { AlarmKind } from '#shared/domain/alarm/commands.ts';
import { type ClockReading, firstLook, JUMP_MS, type Jump, look, trust, type WatchedClock } from './clockWatch.ts';
import { type Called, type IncidentSchedule, nothingCalled, plannedCalls, remember } from './plannedCalls.ts';

/** What the log has of the alarms about one thing. */
export type RecordedCall = {
  kind: AlarmKind;
  alarmId: string;
  calledAt: number;
  joined: boolean;
  stages: readonly AlarmStage[];
};

/** Of the last jump that the desk has: where it went, and whether somebody called it right. */
export type JumpAnswer = { bootId: string; newOffsetMs: number; isRight: boolean };

export type Schedule = { incidents: readonly IncidentSchedule[]; lastJump: JumpAnswer | null };

export type Outgoing = Pick<ExecuteRequest, 'commandId' | 'command'>;
export type Outcome = { kind: 'recorded'; position: number } | { kind: 'refused' } | { kind: 'unknown' };

export type Ticked = { called: CalledAlarm[]; jump: Jump | null; sleptMs: number };

export type Scheduler = {
  tick(reading: ClockReading): Ticked;
  /** What on a board has alarms that the log must be asked for first, by `aboutKey`. */
  strangers(keys: readonly string[]): string[];
  /** `recorded`: of strangers, oldest first. */
  learn(schedule: Schedule, recorded: ReadonlyMap<string, readonly RecordedCall[]>): void;
  /** What is to be recorded, in order. */
  outgoing(): readonly Outgoing[];
  settle(commandId: string, outcome: Outcome): void;
  /** Heard, and not yet on every screen's board. */
  standing(): readonly CalledAlarm[];
  /** Null before the first tick. */
  clock(): WatchedClock | null;
  /** What is to be kept of it: a jump that is not recorded yet is to be noticed again after a crash. */
  toKeep(): WatchedClock | null;
};

/** Recorded calls are told for so long still: every screen has read its board by then. */
const TOLD_MS = 60_000;

/** Replaced one by one by the tests that plant defects. */
export const RULES = { firstLook, look, trust, plannedCalls, remember };
export type Rules = typeof RULES;

const nameOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);

export function createScheduler(kept: WatchedClock | null, rules: Rules = RULES): Scheduler {
  const calledFor = new Map<string, Called>();
  let watched: WatchedClock | null = null;
  let incidents: readonly IncidentSchedule[] = [];
  let outgoing: Outgoing[] = [];
  let standing: (CalledAlarm & { commandId: string; recordedSteady: number | null })[] = [];

  function call(incident: IncidentSchedule, { now, turns }: WatchedClock): CalledAlarm[] {
    const { title: incidentTitle } = incident;
    const about = aboutOf(incident);
    const key = aboutKey(about);
    const called = calledFor.get(key) ?? nothingCalled();
    calledFor.set(key, called);
    return rules.plannedCalls(incident, called, now, turns).map(({ kind, joins, stages: planned }) => {
      // The same stages are the same command, to the byte.
      const stages = planned.toSorted((a, b) => (stageKey(a) < stageKey(b) ? -1 : 1));
      const commandId = `alarm-${nameOf(key, ...stages.map(stageKey))}`;
      const alarmId = joins ?? commandId;
      rules.remember(called, stages);
      if (kind === 'reminder') called.reminderAt = now;
      else called.callAt = now;
      if (kind === 'alarm' && joins === null) called.alarm = { alarmId, at: now };
      const calledAt = Math.round(now);
      const heard: CalledAlarm = { alarmId, kind, ...about, incidentTitle, calledAt, stages, position: null };
      outgoing.push({ commandId, command: { type: 'RaiseAlarm', ...about, alarmId, kind, calledAt, stages } });
      standing.push({ ...heard, commandId, recordedSteady: null });
      return heard;
    });
  }

  function recordJump(jump: Jump): void {
    const jumpId = `jump-${nameOf(jump.bootId, String(jump.oldOffsetMs), String(jump.newOffsetMs))}`;
    outgoing.push({ commandId: jumpId, command: { type: 'RecordClockJump', jumpId, ...jump } });
  }

  return {
    tick(reading) {
      const { clock, jump, sleptMs } = watched ? rules.look(watched, reading) : rules.firstLook(kept, reading);
      watched = clock;
      if (jump !== null) recordJump(jump);
      standing = standing.filter(
        ({ recordedSteady }) => recordedSteady === null || clock.steady - recordedSteady < TOLD_MS,
      );
      return { called: incidents.flatMap((incident) => call(incident, clock)), jump, sleptMs };
    },

    strangers: (keys) => keys.filter((key) => !calledFor.has(key)),

    learn(schedule, recorded) {
      incidents = schedule.incidents;
      const open = new Set(incidents.map(aboutKey));
      for (const key of calledFor.keys()) if (!open.has(key)) calledFor.delete(key);
      for (const [key, calls] of recorded) {
        const called = calledFor.get(key) ?? nothingCalled();
        calledFor.set(key, called);
        for (const each of calls) learnCall(called, each);
      }
      const { lastJump } = schedule;
      if (watched !== null && isCalledRight(watched, lastJump)) watched = rules.trust(watched);
    },

    outgoing: () => outgoing,

    settle(commandId, outcome) {
      if (outcome.kind === 'unknown') return;
      outgoing = outgoing.filter((each) => each.commandId !== commandId);
      const steady = watched?.steady ?? 0;
      standing =
        outcome.kind === 'refused'
          ? standing.filter((each) => each.commandId !== commandId)
          : standing.map((each) =>
              each.commandId === commandId ? { ...each, position: outcome.position, recordedSteady: steady } : each,
            );
    },

    standing: () => standing.map(({ commandId: _, recordedSteady: __, ...heard }) => heard),
    clock: () => watched,
    toKeep() {
      const [jump] = outgoing.map(({ command }) => command).filter((command) => command.type === 'RecordClockJump');
      return watched === null || jump === undefined ? watched : { ...watched, seen: jump.oldOffsetMs };
    },
  };

  /** The answer is about this very jump: seen again after a crash, its numbers differ by little. */
  function isCalledRight({ bootId, doubted }: WatchedClock, lastJump: JumpAnswer | null): boolean {
    if (doubted === null || lastJump === null || lastJump.bootId !== bootId) return false;
    return lastJump.isRight && Math.abs(lastJump.newOffsetMs - doubted) <= JUMP_MS;
  }

  function learnCall(called: Called, { kind, alarmId, calledAt, joined, stages }: RecordedCall): void {
    rules.remember(called, stages);
    if (kind === 'reminder') {
      called.reminderAt = calledAt;
      return;
    }
    called.callAt = calledAt;
    if (!joined) called.alarm = { alarmId, at: calledAt };
  }
}
