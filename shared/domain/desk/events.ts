/** What can be recorded about the desk itself. */
import { z } from 'zod';
import { handoverEventSchemas } from '../handover/events.ts';
import { planPinSchema } from '../incident/events.ts';
import { peopleEventSchemas } from '../people/events.ts';
import { rosterEventSchemas } from '../roster/events.ts';
import { idSchema, lineSchema } from '../values.ts';
import { attentionMinutesSchema } from './attention.ts';
import { checkResultsSchema, selfCheckHowSchema } from './selfCheck.ts';

const selfCheck = z.strictObject({ how: selfCheckHowSchema, results: checkResultsSchema });

export const deskEventSchemas = {
  DeskSetUp: z.strictObject({ plan: planPinSchema }),
  OfficerAdded: z.strictObject({ officerId: idSchema, name: lineSchema, post: lineSchema }),
  DutyTaken: z.strictObject({ duty: z.enum(['watch', 'lead']), officerId: idSchema }),
  DocumentSettingsSet: z.strictObject({
    masthead: lineSchema.nullable(),
    numberPrefix: lineSchema.nullable(),
    /** Numbers go on from here in that year. */
    nextNumber: z.strictObject({ year: z.number().int(), n: z.number().int().min(1) }).nullable(),
    copies: z.array(lineSchema).max(50),
  }),
  /** A 发文字号 was given; numbers of a year run on without gaps, whatever they are about. */
  DocumentNumbered: z.strictObject({
    year: z.number().int(),
    n: z.number().int().min(1),
    number: lineSchema,
    /** Of an incident's paper, or of a warning's notice; warnings came later than the first version. */
    incidentId: idSchema.optional(),
    warningId: idSchema.optional(),
    documentId: idSchema,
  }),
  ClockJumped: z.strictObject({
    jumpId: idSchema,
    bootId: z.string(),
    /** Wall minus steady clock, before and after. */
    oldOffsetMs: z.number().int(),
    newOffsetMs: z.number().int(),
    /** How far the wall clock moved; negative: back. */
    seconds: z.number(),
  }),
  ClockJumpAcknowledged: z.strictObject({ jumpId: idSchema, clock: z.enum(['right', 'wrong']) }),
  AttentionMarksSet: z.strictObject({ minutes: attentionMinutesSchema }),
  SelfCheckPassed: selfCheck,
  SelfCheckFailed: selfCheck,
  ...handoverEventSchemas,
  ...rosterEventSchemas,
  ...peopleEventSchemas,
} as const;

export type DeskEventType = keyof typeof deskEventSchemas;
export type DeskEventPayload<T extends DeskEventType> = z.infer<(typeof deskEventSchemas)[T]>;
