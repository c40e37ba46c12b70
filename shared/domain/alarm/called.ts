/**
 * A call of the alarm scheduler as the host tells it, apart from the desk: it is heard and seen although the desk may be
 * dead or may not answer [ALARM-8]. Once a board has read as far as the call's entry, the board alone speaks of it.
 */
import { z } from 'zod';
import type { AlarmRow } from '../rows.ts';
import { aboutOf, aboutShape } from './about.ts';
import { stageKey } from './alarm.ts';
import { alarmKindSchema, alarmStageSchema } from './commands.ts';

export const calledAlarmSchema = z.object({
  alarmId: z.string(),
  kind: alarmKindSchema,
  ...aboutShape,
  incidentTitle: z.string(),
  calledAt: z.number(),
  stages: z.array(alarmStageSchema),
  /** Of the log when it was recorded; null before. */
  position: z.number().int().nullable(),
});
export type CalledAlarm = z.infer<typeof calledAlarmSchema>;

/** The alarms of a board that has read up to `seen`, and what was called beyond it. */
export function withCalled(rows: readonly AlarmRow[], called: readonly CalledAlarm[], seen: number): AlarmRow[] {
  return called
    .filter(({ position }) => position === null || position > seen)
    .reduce<AlarmRow[]>((all, call) => joined(all, call), [...rows]);
}

function joined(rows: readonly AlarmRow[], call: CalledAlarm): AlarmRow[] {
  const { alarmId, kind, incidentTitle, calledAt: raisedAt, stages } = call;
  const row = rows.find((each) => each.alarmId === alarmId);
  if (row === undefined) {
    const stagesCalled = stages.length;
    const called = { alarmId, kind, ...aboutOf(call), incidentTitle, raisedAt, stages, stagesCalled };
    return [...rows, { ...called, acknowledged: null }];
  }
  const known = new Set(row.stages.map(stageKey));
  const added = stages.filter((stage) => !known.has(stageKey(stage)));
  const grown = { ...row, stages: [...row.stages, ...added], stagesCalled: row.stagesCalled + added.length };
  return rows.map((each) => (each === row ? grown : each));
}
