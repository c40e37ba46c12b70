/**
 * What must be heard, worked out plainly and apart from the scheduler: time as one sum, every stage counted out one by
 * one, and no memory but lists of what was heard. Answers the first fault it sees.
 */
import type { CalledAlarm } from '#shared/contract/deskApi.ts';
import { aboutKey } from '#shared/domain/alarm/about.ts';
import type { AlarmStage } from '#shared/domain/alarm/alarm.ts';
import type { ClockReading } from '../clockWatch.ts';
import type { Schedule } from '../scheduler.ts';
import type { Clock, Reminder } from '../stages.ts';

const MINUTE = 60_000;

/** A stage that must speak now: which of a series it is, and the instant the series runs from. */
type Wanted = { key: string; stage: string; at: number; series: string | null };
type Heard = Wanted & { name: string; incidentId: string; recorded: boolean };
type Call = { incidentId: string; at: number; alarmId: string; kind: string; isNew: boolean; recorded: boolean };

const nameOf = ({ key, stage, at }: Wanted): string => `${key} ${stage} ${at}`;
const nameOfStage = ({ key, stage, stageAt }: AlarmStage): string => `${key} ${stage} ${stageAt}`;

/** Counted up one after the other. */
function latestOf(key: string, word: string, first: number, every: number, from: number, now: number): Wanted {
  let at = first;
  let count = 1;
  while (at + every <= now) {
    at += every;
    count += 1;
  }
  return { key, stage: `${word}-${count}`, at, series: `${key} ${word} ${from}` };
}

function wantedOf({ key, dueAt, dueSoonAt, attentionAt, state, supervised }: Clock, now: number): Wanted[] {
  if (supervised || state !== 'pending') return [];
  const once = (stage: string, at: number): Wanted => ({ key, stage, at, series: null });
  const marks = attentionAt.map((at, index) => once(`attention-${index + 1}`, at)).filter(({ at }) => at <= now);
  const wanted = marks.slice(-1);
  if (dueAt === null || dueSoonAt === null) return wanted;
  if (now >= dueSoonAt && now < dueAt) wanted.push(once('dueSoon', dueSoonAt));
  if (now >= dueAt) wanted.push(once('due', dueAt));
  const first = dueAt + 5 * MINUTE;
  if (now >= first) wanted.push(latestOf(key, 'repeat', first, 5 * MINUTE, dueAt, now));
  return wanted;
}

const wantedReminder = ({ key, from }: Reminder, now: number): Wanted[] =>
  now > from ? [latestOf(key, 'remind', from, 30 * MINUTE, from, now)] : [];

export type ExpectedJump = { from: number; to: number; recorded: boolean };

export class Oracle {
  #trusted = 0;
  #boot = '';
  #last = 0;
  #seen = 0;
  #heard: Heard[] = [];
  #calls: Call[] = [];
  #schedule: Schedule = { incidents: [], lastJump: null };
  /** Jumps that the log must hold in the end. */
  jumps: ExpectedJump[] = [];

  /** Alarm time: the later of the wall clock and of what it would show had nobody touched it. */
  time = ({ wall, steady }: ClockReading): number => Math.max(wall, this.#trusted + steady);

  /** A host starts; what was heard and never recorded died with the one before. `mark`: alarm time as kept on disk. */
  start({ wall, steady, bootId }: ClockReading, mark: number | null): void {
    this.#heard = this.#heard.filter(({ recorded }) => recorded);
    this.#calls = this.#calls.filter(({ recorded }) => recorded);
    const lost = this.jumps.find(({ recorded }) => !recorded);
    this.jumps = this.jumps.filter(({ recorded }) => recorded);
    this.#schedule = { incidents: [], lastJump: null };
    this.#last = mark ?? wall;
    if (bootId === this.#boot) {
      if (lost !== undefined) this.#seen = lost.from;
      return;
    }
    const isBehind = mark !== null && wall < mark - 2000;
    this.#trusted = isBehind ? mark - steady : wall - steady;
    this.#seen = this.#trusted;
    this.#boot = bootId;
  }

  /** The board as the host has read it. */
  learn(schedule: Schedule, { bootId }: ClockReading): void {
    this.#schedule = schedule;
    const { lastJump } = schedule;
    const isRight = lastJump?.isRight === true && lastJump.bootId === bootId;
    if (isRight && Math.abs(lastJump.newOffsetMs - this.#seen) <= 2000) this.#trusted = this.#seen;
  }

  recordedCall({ stages, alarmId }: Pick<CalledAlarm, 'stages' | 'alarmId'>): void {
    const names = new Set(stages.map(nameOfStage));
    for (const heard of this.#heard) if (names.has(heard.name)) heard.recorded = true;
    for (const call of this.#calls) if (call.alarmId === alarmId) call.recorded = true;
  }

  recordedJump(): void {
    const first = this.jumps.find(({ recorded }) => !recorded);
    if (first !== undefined) first.recorded = true;
  }

  get unrecorded(): number {
    return [...this.#heard, ...this.jumps].filter(({ recorded }) => !recorded).length;
  }

  /** One tick: what was called against what had to be. */
  judge(reading: ClockReading, called: readonly CalledAlarm[]): string | null {
    const offset = reading.wall - reading.steady;
    if (Math.abs(offset - this.#seen) > 2000) {
      this.jumps.push({ from: this.#seen, to: offset, recorded: false });
      this.#seen = offset;
    }
    const time = this.time(reading);
    if (time < this.#last - 2000) this.#runBack(time);
    this.#last = Math.max(this.#last, time);
    for (const incident of this.#schedule.incidents) {
      const own = called.filter((each) => aboutKey(each) === aboutKey(incident));
      const fault = this.#judgeIncident(incident, own, this.#last);
      if (fault !== null) return fault;
    }
    return null;
  }

  /** The clock had been ahead: what lies ahead now was not heard at its time. Of a series, what lies before is covered. */
  #runBack(to: number): void {
    this.#last = to;
    this.#heard = this.#heard.flatMap((heard) => {
      if (heard.at <= to) return [heard];
      return heard.series === null ? [] : [{ ...heard, at: to }];
    });
  }

  #isKnown = (own: readonly Heard[], { key, stage, at, series }: Wanted): boolean =>
    own.some((heard) =>
      series === null
        ? heard.key === key && heard.stage === stage && heard.at === at
        : heard.series === series && heard.at >= at,
    );

  #judgeIncident(
    { clocks, reminders, ...about }: Schedule['incidents'][number],
    called: readonly CalledAlarm[],
    now: number,
  ): string | null {
    const incidentId = aboutKey(about);
    const own = this.#heard.filter((heard) => heard.incidentId === incidentId);
    const calls = this.#calls.filter((call) => call.incidentId === incidentId);
    const isNear = (call: Call | undefined, minutes: number): boolean =>
      call !== undefined && call.at <= now && now - call.at < minutes * MINUTE;
    const isCrowded = isNear(
      calls.findLast(({ kind }) => kind === 'alarm'),
      5,
    );
    const isReminded = isNear(
      calls.findLast(({ kind }) => kind === 'reminder'),
      10,
    );
    const alarm = calls.findLast(({ isNew }) => isNew);
    const wanted = {
      alarm: clocks.flatMap((clock) => wantedOf(clock, now)),
      reminder: reminders.flatMap((reminder) => wantedReminder(reminder, now)),
    };
    const said: Heard[] = [];
    for (const { kind, stages, alarmId } of called) {
      const isRepeated = stages.every(({ stage }) => stage.startsWith('repeat-'));
      for (const stage of stages) {
        const found = wanted[kind].find((each) => nameOf(each) === nameOfStage(stage));
        if (found === undefined) return `called what has not come: ${nameOfStage(stage)}`;
        if (this.#isKnown([...own, ...said], found)) return `doubled: ${nameOfStage(stage)}`;
        said.push({ ...found, name: nameOf(found), incidentId, recorded: false });
      }
      if (kind === 'reminder') {
        if (isReminded || (isCrowded && called.length === 1)) return 'a reminder too near another call';
        if (calls.some((call) => call.alarmId === alarmId)) return 'a reminder joined something';
        continue;
      }
      if (isRepeated && isCrowded) return 'a repeat within five minutes of another call';
      const hasArisen = clocks.some(
        ({ key, arisenAt }) => arisenAt > (alarm?.at ?? 0) && stages.some((stage) => stage.key === key),
      );
      const mayJoin = isNear(alarm, 5) && !hasArisen;
      if (mayJoin && alarmId !== alarm?.alarmId) return 'two alarms within five minutes';
      if (!mayJoin && calls.some((call) => call.alarmId === alarmId)) return 'joined what it must not join';
    }
    const missing = wanted.alarm.filter((each) => !this.#isKnown([...own, ...said], each));
    const isSaid = called.some(({ kind }) => kind === 'alarm');
    const mayWait = isCrowded && !isSaid && missing.every(({ stage }) => stage.startsWith('repeat-'));
    if (missing.length > 0 && !mayWait) return `missed: ${missing.map(nameOf).join(', ')}`;
    const soft = wanted.reminder.filter((each) => !this.#isKnown([...own, ...said], each));
    if (soft.length > 0 && !isReminded && (!isCrowded || isSaid)) return `missed: ${soft.map(nameOf).join(', ')}`;

    this.#heard.push(...said);
    for (const { kind, alarmId } of called) {
      const isNew = kind === 'alarm' && alarmId !== alarm?.alarmId;
      this.#calls.push({ incidentId, at: now, alarmId, kind, isNew, recorded: false });
    }
    return null;
  }
}
