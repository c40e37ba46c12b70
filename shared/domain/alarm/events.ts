/** What can be recorded about alarms. */
import { z } from 'zod';
import { idSchema, paragraphSchema } from '../values.ts';
import { aboutShape } from './about.ts';
import { alarmKindSchema, alarmStageSchema } from './commands.ts';

const stages = z.array(alarmStageSchema).min(1);
/** When it was heard, by the alarm clock; null in entries from before that was kept. */
const calledAt = z.number().int().nullable();

export const alarmEventSchemas = {
  AlarmRaised: z.strictObject({ ...aboutShape, alarmId: idSchema, kind: alarmKindSchema, calledAt, stages }),
  /** Stages that came within five minutes of their incident's alarm. */
  AlarmJoined: z.strictObject({ ...aboutShape, alarmId: idSchema, calledAt, stages }),
  AlarmAcknowledged: z.strictObject({ ...aboutShape, alarmIds: z.array(idSchema).min(1) }),
  AlarmSilenced: z.strictObject({
    ...aboutShape,
    alarmId: idSchema,
    stage: alarmStageSchema,
    reason: paragraphSchema,
  }),
} as const;

export type AlarmEventType = keyof typeof alarmEventSchemas;
export type AlarmEventPayload<T extends AlarmEventType> = z.infer<(typeof alarmEventSchemas)[T]>;

/** AlarmRaised 1 → 2: kind and instant came with reminders and with alarms that are heard before they are recorded. */
export const upcastAlarmRaised1 = (payload: unknown): unknown => ({
  ...(payload as object),
  kind: 'alarm',
  calledAt: null,
});
