/**
 * Alarms of one incident, of one warning, or of the clues that wait. Raised by the host's tick, acknowledged by a named officer or silenced stage by stage; each
 * stage of each clock is one idempotent log entry, so a crash or a second tick neither loses nor doubles it.
 */
import { z } from 'zod';
import { idSchema, paragraphSchema } from '../values.ts';
import { aboutShape } from './about.ts';

/**
 * dueSoon, due, then repeat-1, repeat-2 … every five minutes; attention-N for obligations without a number; remind-N for
 * what is no obligation: 补签, 批示, reinforcement, tasks, units called, warnings not acknowledged, clues that wait.
 */
export const alarmStageSchema = z.strictObject({
  /** The obligation's or the reminder's key. */
  key: z.string().min(1).max(400),
  stage: z.string().regex(/^(dueSoon|due|repeat-\d{1,5}|attention-\d{1,3}|remind-\d{1,5})$/),
  /** The instant this stage was for, UTC ms. */
  stageAt: z.number().int(),
  /** The clock ran back across that instant: which time, from 1, it is called anew. */
  turn: z.number().int().min(1).optional(),
});

/** alarm: of clocks · reminder: the quieter class, never mixed with clocks. */
export const alarmKindSchema = z.enum(['alarm', 'reminder']);
export type AlarmKind = z.infer<typeof alarmKindSchema>;

/** A new alarm, or stages that join the one of this id. */
export const raiseAlarmSchema = z.strictObject({
  type: z.literal('RaiseAlarm'),
  ...aboutShape,
  alarmId: idSchema,
  kind: alarmKindSchema.default('alarm'),
  /** When it was heard, by the alarm clock, UTC ms; when it is recorded, where left out. */
  calledAt: z.number().int().optional(),
  stages: z.array(alarmStageSchema).min(1),
});

export const acknowledgeAlarmSchema = z.strictObject({
  type: z.literal('AcknowledgeAlarm'),
  ...aboutShape,
  /** All open alarms of the incident up to and including this one, of the same kind. */
  alarmId: idSchema,
  /** How many stages of that alarm the officer saw: one that joined since is not acknowledged unseen. */
  stagesSeen: z.number().int().min(1).optional(),
});

/** One stage of one clock; its next stage calls again. */
export const silenceAlarmSchema = z.strictObject({
  type: z.literal('SilenceAlarm'),
  ...aboutShape,
  alarmId: idSchema,
  stage: alarmStageSchema,
  reason: paragraphSchema,
});

export const alarmCommandSchemas = [raiseAlarmSchema, acknowledgeAlarmSchema, silenceAlarmSchema] as const;
