/** What can be recorded about clues and warnings. Each version is stored whole, with who approved and who issued it. */
import { z } from 'zod';
import { noticeIssueSchema, planPinSchema } from '../incident/events.ts';
import { meansSchema, responseDecisionSchema, storedUnitSchema } from '../parts.ts';
import { idSchema, lineSchema, paragraphSchema, storedTimedSchema } from '../values.ts';
import { sendMeansSchema } from './commands.ts';

const namedSchema = z.strictObject({ id: idSchema.nullable(), name: lineSchema });

/** `id`: of the plan; null for one in words. */
export const storedRecipientSchema = z.strictObject({
  id: idSchema.nullable(),
  name: lineSchema,
  phone: lineSchema.nullable(),
});

export const storedContentSchema = z.strictObject({
  areas: z.array(namedSchema),
  place: lineSchema.nullable(),
  kind: idSchema.nullable(),
  starts: storedTimedSchema.nullable(),
  ends: storedTimedSchema.nullable(),
  impact: paragraphSchema.nullable(),
  cautions: paragraphSchema.nullable(),
  measures: paragraphSchema.nullable(),
  message: paragraphSchema.nullable(),
});

/** A part of the text, or the level. */
export const changedPartSchema = z.enum([
  'level',
  'area',
  'place',
  'kind',
  'startsAt',
  'endsAt',
  'impact',
  'cautions',
  'measures',
  'message',
]);

const versionShape = {
  version: z.number().int().min(1),
  title: lineSchema,
  level: idSchema,
  /** The level whose authority holds: the highest it ever stood at, so that whoever issued it answers for it. */
  ruledBy: idSchema,
  /** In whose name: an authority of the plan. */
  inNameOf: idSchema,
  content: storedContentSchema,
  approval: responseDecisionSchema,
  ground: idSchema,
  issuer: z.strictObject({ post: idSchema, name: lineSchema, at: storedTimedSchema }),
  shown: z.strictObject({ planHash: z.string(), engineVersion: z.string() }),
  /** Its notice; came later than the first warnings. */
  notice: noticeIssueSchema.optional(),
};

export const clueEventSchemas = {
  ClueRecorded: z.strictObject({
    clueId: idSchema,
    source: idSchema,
    who: lineSchema.nullable(),
    contact: lineSchema.nullable(),
    area: idSchema.nullable(),
    place: lineSchema.nullable(),
    kind: idSchema.nullable(),
    said: paragraphSchema,
    received: storedTimedSchema,
  }),
  ClueLinked: z.strictObject({ clueId: idSchema, warningId: idSchema, title: lineSchema }),
  ClueDismissed: z.strictObject({ clueId: idSchema, reason: paragraphSchema }),
} as const;

export const warningEventSchemas = {
  WarningAssessed: z.strictObject({
    warningId: idSchema,
    title: lineSchema,
    plan: planPinSchema,
    clueIds: z.array(idSchema),
    participants: z.array(
      z.strictObject({ name: lineSchema, unit: storedUnitSchema.nullable(), personId: idSchema.nullable() }),
    ),
    inputs: z.strictObject({
      weather: paragraphSchema.nullable(),
      geology: paragraphSchema.nullable(),
      operation: paragraphSchema.nullable(),
      notes: paragraphSchema.nullable(),
    }),
    conclusion: z.enum(['none', 'watch', 'warn']),
    level: idSchema.nullable(),
    likelyGrade: idSchema.nullable(),
    reason: paragraphSchema,
    held: storedTimedSchema,
    review: storedTimedSchema.nullable(),
  }),
  WarningReported: z.strictObject({
    warningId: idSchema,
    title: lineSchema,
    to: idSchema,
    person: lineSchema,
    means: meansSchema,
    at: storedTimedSchema,
  }),
  WarningApproved: z.strictObject({
    warningId: idSchema,
    title: lineSchema,
    level: idSchema,
    approval: responseDecisionSchema,
    ground: idSchema,
    basis: paragraphSchema.nullable(),
  }),
  WarningIssued: z.strictObject({
    warningId: idSchema,
    ...versionShape,
    recipients: z.array(storedRecipientSchema).min(1),
  }),
  WarningChanged: z.strictObject({
    warningId: idSchema,
    ...versionShape,
    reason: paragraphSchema,
    /** What is other than in the version before. */
    changed: z.array(changedPartSchema).min(1),
  }),
  WarningSent: z.strictObject({
    warningId: idSchema,
    title: lineSchema,
    version: z.number().int().min(1),
    to: z.array(storedRecipientSchema).min(1),
    means: sendMeansSchema,
    at: storedTimedSchema,
  }),
  WarningAcknowledged: z.strictObject({
    warningId: idSchema,
    title: lineSchema,
    version: z.number().int().min(1),
    recipient: storedRecipientSchema,
    person: lineSchema,
    at: storedTimedSchema,
  }),
  WarningActionSet: z.strictObject({
    warningId: idSchema,
    title: lineSchema,
    item: idSchema,
    label: lineSchema,
    state: z.enum(['done', 'notApplicable', 'assigned', 'open']),
    note: paragraphSchema.nullable(),
    to: storedUnitSchema.nullable(),
    due: storedTimedSchema.nullable(),
    at: storedTimedSchema,
  }),
  WarningReleased: z.strictObject({
    warningId: idSchema,
    title: lineSchema,
    version: z.number().int().min(1),
    inNameOf: idSchema,
    decision: responseDecisionSchema,
    reason: paragraphSchema,
    /** Its notice; came later than the first warnings. */
    notice: noticeIssueSchema.optional(),
  }),
  /** It happened: an incident was opened from it. */
  WarningConverted: z.strictObject({ warningId: idSchema, title: lineSchema, incidentId: idSchema, callId: idSchema }),
} as const;

export type ClueEventType = keyof typeof clueEventSchemas;
export type ClueEventPayload<T extends ClueEventType> = z.infer<(typeof clueEventSchemas)[T]>;
export type WarningEventType = keyof typeof warningEventSchemas;
export type WarningEventPayload<T extends WarningEventType> = z.infer<(typeof warningEventSchemas)[T]>;
export type NoticeIssue = z.infer<typeof noticeIssueSchema>;
export type WarningContent = z.infer<typeof storedContentSchema>;
export type StoredRecipient = z.infer<typeof storedRecipientSchema>;
export type ChangedPart = z.infer<typeof changedPartSchema>;
