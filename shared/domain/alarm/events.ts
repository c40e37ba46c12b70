/** What can be recorded about alarms. */
import { z } from 'zod';
import { idSchema } from '../values.ts';
import { alarmStageSchema } from './commands.ts';

export const alarmEventSchemas = {
  AlarmRaised: z.strictObject({ incidentId: idSchema, alarmId: idSchema, stages: z.array(alarmStageSchema).min(1) }),
  AlarmAcknowledged: z.strictObject({ incidentId: idSchema, alarmIds: z.array(idSchema).min(1) }),
} as const;

export type AlarmEventType = keyof typeof alarmEventSchemas;
export type AlarmEventPayload<T extends AlarmEventType> = z.infer<(typeof alarmEventSchemas)[T]>;
