/**
 * Commands about clues and warnings: recorded, assessed, reported, approved, issued, told to others, changed, acted on,
 * released [plan 3.3, 3.4]. Turning one into an incident is a call's disposition (`TakeCall`).
 */
import { z } from 'zod';
import { entryId, meansSchema, ownDecisionInput, unitInput } from '../parts.ts';
import { idSchema, lineSchema, paragraphSchema, timedSchema } from '../values.ts';

/** A text message that goes to everybody's phone. */
export const MOST_MESSAGE_CHARACTERS = 500;

/** The version that was seen; against another one the command is refused. */
const version = z.number().int().min(1);
const onWarning = { warningId: idSchema, entryId };

/** A recipient of the plan by id, or any other in words. */
export const recipientInput = z.union([idSchema, z.strictObject({ other: lineSchema, phone: lineSchema.optional() })]);

export const sendMeans = ['phone', 'message', 'fax', 'network', 'inPerson', 'loudspeaker'] as const;
export const sendMeansSchema = z.enum(sendMeans);

/** What a warning says. Nothing is needed here: what is missing is named when it is issued. */
export const contentInput = z.strictObject({
  /** Areas of the plan by id, or others in words. */
  areas: z
    .array(z.union([idSchema, z.strictObject({ other: lineSchema })]))
    .max(30)
    .optional(),
  place: lineSchema.optional(),
  kind: idSchema.optional(),
  startsAt: timedSchema.optional(),
  /** When it is expected to be over: a review is asked for then, nothing ends by itself. */
  endsAt: timedSchema.optional(),
  impact: paragraphSchema.optional(),
  cautions: paragraphSchema.optional(),
  measures: paragraphSchema.optional(),
  /** Own words for the text message; made from the rest where left out. */
  message: z.string().max(2000).pipe(paragraphSchema).optional(),
});

const issuerInput = z.strictObject({ post: idSchema, name: lineSchema, at: timedSchema.optional() });

export const recordClueSchema = z.strictObject({
  type: z.literal('RecordClue'),
  clueId: idSchema,
  entryId,
  /** Where it came from: a source of the plan. */
  source: idSchema,
  who: lineSchema.optional(),
  contact: lineSchema.optional(),
  area: idSchema.optional(),
  place: lineSchema.optional(),
  kind: idSchema.optional(),
  said: paragraphSchema,
  /** Now when left out. */
  receivedAt: timedSchema.optional(),
});

export const linkClueSchema = z.strictObject({
  type: z.literal('LinkClue'),
  clueId: idSchema,
  entryId,
  warningId: idSchema,
});

export const dismissClueSchema = z.strictObject({
  type: z.literal('DismissClue'),
  clueId: idSchema,
  entryId,
  reason: paragraphSchema,
});

const participantInput = z.strictObject({
  name: lineSchema,
  unit: unitInput.optional(),
  /** Of the directory. */
  personId: idSchema.optional(),
});

/** 会商研判: the first one opens the warning; later ones review it. */
export const assessWarningSchema = z.strictObject({
  type: z.literal('AssessWarning'),
  ...onWarning,
  title: lineSchema.optional(),
  /** Clues waiting that it is about. */
  clueIds: z.array(idSchema).max(100).optional(),
  participants: z.array(participantInput).min(1).max(60),
  inputs: z
    .strictObject({
      weather: paragraphSchema.optional(),
      geology: paragraphSchema.optional(),
      /** The operator's pressure and flow. */
      operation: paragraphSchema.optional(),
      notes: paragraphSchema.optional(),
    })
    .optional(),
  conclusion: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('watch') }),
    z.strictObject({ kind: z.literal('warn'), level: idSchema, likelyGrade: idSchema.optional() }),
  ]),
  reason: paragraphSchema,
  heldAt: timedSchema.optional(),
  /** When it is to be looked at again. */
  reviewAt: timedSchema.optional(),
});

/** A unit was told: the command above all. */
export const reportWarningSchema = z.strictObject({
  type: z.literal('ReportWarning'),
  ...onWarning,
  /** The unit the plan names when left out. */
  to: idSchema.optional(),
  person: lineSchema,
  means: meansSchema,
  reportedAt: timedSchema.optional(),
});

export const approveWarningSchema = z.strictObject({
  type: z.literal('ApproveWarning'),
  ...onWarning,
  /** The proposed level when left out. */
  level: idSchema.optional(),
  approval: ownDecisionInput,
  /** What it rests on: rules or the word of a superior, by the plan's id. */
  ground: idSchema,
  basis: paragraphSchema.optional(),
});

export const issueWarningSchema = z.strictObject({
  type: z.literal('IssueWarning'),
  ...onWarning,
  content: contentInput,
  issuer: issuerInput,
  /** The plan's when left out. */
  recipients: z.array(recipientInput).min(1).max(200).optional(),
});

/** The whole text again, as it is to stand; another level makes it a re-issue. */
export const changeWarningSchema = z.strictObject({
  type: z.literal('ChangeWarning'),
  ...onWarning,
  version,
  level: idSchema.optional(),
  content: contentInput,
  reason: paragraphSchema,
  approval: ownDecisionInput,
  ground: idSchema,
  issuer: issuerInput,
});

export const sendWarningSchema = z.strictObject({
  type: z.literal('SendWarning'),
  ...onWarning,
  version: version.optional(),
  to: z.array(recipientInput).min(1).max(200),
  means: sendMeansSchema,
  sentAt: timedSchema.optional(),
});

export const acknowledgeWarningSchema = z.strictObject({
  type: z.literal('AcknowledgeWarning'),
  ...onWarning,
  version: version.optional(),
  recipient: recipientInput,
  person: lineSchema,
  acknowledgedAt: timedSchema.optional(),
});

export const setWarningActionSchema = z.strictObject({
  type: z.literal('SetWarningAction'),
  ...onWarning,
  /** An item of the plan's blocks. */
  item: idSchema,
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('done'), note: paragraphSchema.optional() }),
    z.strictObject({ kind: z.literal('notApplicable'), reason: paragraphSchema }),
    z.strictObject({ kind: z.literal('assigned'), to: unitInput, dueAt: timedSchema.optional() }),
    z.strictObject({ kind: z.literal('reopened'), reason: paragraphSchema.optional() }),
  ]),
  at: timedSchema.optional(),
});

export const releaseWarningSchema = z.strictObject({
  type: z.literal('ReleaseWarning'),
  ...onWarning,
  version,
  /** Why the conditions are met. */
  reason: paragraphSchema,
  decision: ownDecisionInput,
});

export const warningCommandSchemas = [
  recordClueSchema,
  linkClueSchema,
  dismissClueSchema,
  assessWarningSchema,
  reportWarningSchema,
  approveWarningSchema,
  issueWarningSchema,
  changeWarningSchema,
  sendWarningSchema,
  acknowledgeWarningSchema,
  setWarningActionSchema,
  releaseWarningSchema,
] as const;

export type ContentInput = z.output<typeof contentInput>;
export type RecipientInput = z.output<typeof recipientInput>;
export type SendMeans = z.infer<typeof sendMeansSchema>;
