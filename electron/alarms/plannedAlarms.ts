/**
 * Which alarms are to be raised now: pure, from the board's obligations, what was raised before, and the instant.
 *
 * [ALARM-1] A clock calls at the start of 即将到时 and when it is due, at that instant, whatever else called before.
 * [ALARM-2] While it is overdue it calls again every five minutes; these repeats are grouped per incident and keep five
 * minutes' distance from any other alarm of it. An alarm carries every stage of its incident that has come.
 * [ALARM-3] A stage of a clock is raised once. After a gap (sleep, restart) only the latest of its repeats is raised,
 * and no 即将到时 for what is due already.
 * Obligations owed by others, met, waived or superseded never call.
 */
import type { AlarmStage } from '#shared/domain/alarm/alarm.ts';
import { stageKey } from '#shared/domain/alarm/alarm.ts';
import type { Obligation, ObligationState } from '#shared/plan/assessment.ts';

export const REPEAT_MS = 5 * 60_000;
/** The stage's number has at most five digits: nearly a year of repeats. */
const MAX_REPEATS = 99_999;

/** What of an obligation the alarms look at. */
export type Clock = Pick<Obligation, 'key' | 'dueAt' | 'dueSoonAt' | 'attentionAt' | 'state' | 'supervised'>;
export type IncidentClocks = { incidentId: string; clocks: readonly Clock[] };

/** What was raised for an incident already. */
export type Raised = { lastAt: number | null; stages: ReadonlySet<string> };
export const NOTHING_RAISED: Raised = { lastAt: null, stages: new Set() };

export type PlannedAlarm = { incidentId: string; stages: AlarmStage[] };

const UNMET: readonly ObligationState[] = ['pending', 'dueSoon', 'overdue', 'immediate', 'open'];

const isRepeat = (stage: AlarmStage): boolean => stage.stage.startsWith('repeat-');

/** The stages of one clock that have come by now and still say something. */
export function stagesReached(clock: Clock, now: number): AlarmStage[] {
  if (clock.supervised || !UNMET.includes(clock.state)) return [];
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

export function plannedAlarms(
  incidents: readonly IncidentClocks[],
  raisedFor: (incidentId: string) => Raised,
  now: number,
): PlannedAlarm[] {
  return incidents.flatMap(({ incidentId, clocks }) => {
    const { lastAt, stages: known } = raisedFor(incidentId);
    const stages = clocks.flatMap((clock) => stagesReached(clock, now)).filter((stage) => !known.has(stageKey(stage)));
    if (stages.length === 0) return [];
    const rested = lastAt === null || now < lastAt || now - lastAt >= REPEAT_MS;
    return rested || !stages.every(isRepeat) ? [{ incidentId, stages }] : [];
  });
}
