/** A desk as the scheduler sees it: what is owed, a log that keeps each command and each stage once, and its failures. */
import type { ReminderRow } from '#shared/contract/rows.ts';
import { aboutKey } from '#shared/domain/alarm/about.ts';
import { type AlarmStage, stageKey } from '#shared/domain/alarm/alarm.ts';
import type { Jump } from '../clockWatch.ts';
import type { IncidentSchedule } from '../plannedCalls.ts';
import type { JumpAnswer, Outgoing, RecordedCall, Schedule } from '../scheduler.ts';
import { type Clock, type Reminder, reminderOf } from '../stages.ts';

/** `reminder`: when the row must remind, whatever the scheduler makes of it. */
type OwedReminder = { incidentId: string; reminder: Reminder; row: ReminderRow };
export type Owed = { incidentId: string; clock: Clock } | OwedReminder;

const SAME_JUMP_MS = 2000;

export class ModelDesk {
  owed: Owed[] = [];
  readonly calls: (RecordedCall & { incidentId: string })[] = [];
  readonly jumps: (Jump & { isRight: boolean })[] = [];
  position = 0;
  #commands = new Map<string, number>();
  #stages = new Set<string>();

  /** As the scheduler reads it from the rows of the board. */
  get schedule(): Schedule {
    return this.#scheduleBy(({ row }) => reminderOf(row));
  }

  /** As the oracle has it. */
  get expected(): Schedule {
    return this.#scheduleBy(({ reminder }) => reminder);
  }

  #scheduleBy(read: (owed: OwedReminder) => Reminder): Schedule {
    const ids = [...new Set(this.owed.map(({ incidentId }) => incidentId))];
    const incidents = ids.map((incidentId): IncidentSchedule => {
      const own = this.owed.filter((each) => each.incidentId === incidentId);
      return {
        incidentId,
        title: incidentId,
        clocks: own.flatMap((each) => ('clock' in each ? [each.clock] : [])),
        reminders: own.flatMap((each) => ('row' in each ? [read(each)] : [])),
      };
    });
    const last = this.jumps.at(-1);
    const lastJump: JumpAnswer | null = last === undefined ? null : { ...last };
    return { incidents, lastJump };
  }

  callsOf = (incidentId: string): RecordedCall[] => this.calls.filter((call) => call.incidentId === incidentId);

  /** Answers the log's position. */
  record({ commandId, command }: Outgoing): number {
    const known = this.#commands.get(commandId);
    if (known !== undefined) return known;
    if (command.type === 'RecordClockJump') this.#recordJump(command);
    if (command.type === 'RaiseAlarm') this.#recordCall(command);
    this.position += 1;
    this.#commands.set(commandId, this.position);
    return this.position;
  }

  #recordJump({ bootId, oldOffsetMs, newOffsetMs }: Jump): void {
    const last = this.jumps.at(-1);
    const isSame = last?.bootId === bootId && Math.abs(last.newOffsetMs - newOffsetMs) <= SAME_JUMP_MS;
    if (!isSame) this.jumps.push({ bootId, oldOffsetMs, newOffsetMs, isRight: false });
  }

  #recordCall(command: Extract<Outgoing['command'], { type: 'RaiseAlarm' }>): void {
    const { alarmId, kind = 'alarm', calledAt = 0 } = command;
    const incidentId = aboutKey(command);
    const stages: AlarmStage[] = command.stages.filter((stage) => !this.#stages.has(stageKey(stage)));
    if (stages.length === 0) return;
    for (const stage of stages) this.#stages.add(stageKey(stage));
    const joined = this.calls.some((call) => call.alarmId === alarmId);
    this.calls.push({ incidentId, alarmId, kind, calledAt, joined, stages });
  }
}
