/**
 * Alarms of one incident. Raised by the host's tick, acknowledged by a named officer; each stage of each clock is one
 * idempotent log entry, so a crash or a second tick neither loses nor doubles it.
 */
import { z } from 'zod';
import { idSchema } from '../values.ts';

/** dueSoon, due, then repeat-1, repeat-2 … every five minutes; attention-N for obligations without a number. */
export const alarmStageSchema = z.strictObject({
  /** The obligation's key. */
  key: z.string().min(1).max(400),
  stage: z.string().regex(/^(dueSoon|due|repeat-\d{1,5}|attention-\d{1,3})$/),
  /** The instant this stage was for, UTC ms. */
  stageAt: z.number().int(),
});

export const raiseAlarmSchema = z.strictObject({
  type: z.literal('RaiseAlarm'),
  incidentId: idSchema,
  alarmId: idSchema,
  stages: z.array(alarmStageSchema).min(1),
});

export const acknowledgeAlarmSchema = z.strictObject({
  type: z.literal('AcknowledgeAlarm'),
  incidentId: idSchema,
  /** All open alarms of the incident up to and including this one. */
  alarmId: idSchema,
});

export const alarmCommandSchemas = [raiseAlarmSchema, acknowledgeAlarmSchema] as const;
