/** Commands on the calls of a level or a warning [plan 附件6]. */
import { z } from 'zod';
import { phoneNumberSchema } from '../directory/contact.ts';
import { phoneResults } from '../directory/events.ts';
import { entryId } from '../parts.ts';
import { idSchema, lineSchema, paragraphSchema, timedSchema } from '../values.ts';

/** Whose calls. */
export const callSubjectSchema = z.union([
  z.strictObject({ incidentId: idSchema }),
  z.strictObject({ warningId: idSchema }),
]);

const onTree = {
  subject: callSubjectSchema,
  entryId,
  /** The entry that began the calls, as it was seen; the present ones when left out. */
  runId: idSchema.optional(),
};
const onStep = { ...onTree, stepId: idSchema };

/** I am calling: nobody else does meanwhile. */
export const claimCallStepSchema = z.strictObject({
  type: z.literal('ClaimCallStep'),
  ...onStep,
  /** Taken over from this officer, who has it as it was seen. */
  from: idSchema.optional(),
});

/** I am not calling after all. */
export const releaseCallStepSchema = z.strictObject({ type: z.literal('ReleaseCallStep'), ...onStep });

export const recordCallResultSchema = z.strictObject({
  type: z.literal('RecordCallResult'),
  ...onStep,
  result: z.enum(phoneResults),
  /** Now when left out. */
  at: timedSchema.optional(),
  number: phoneNumberSchema.optional(),
  /** Who was rung up, of the directory, */
  contactId: idSchema.optional(),
  /** or in words. */
  name: lineSchema.optional(),
  answeredBy: lineSchema.optional(),
  note: lineSchema.optional(),
  /** A recipient of the warning said so, by this name: their acknowledgement is recorded with it. */
  acknowledgedBy: lineSchema.optional(),
});

export const skipCallStepSchema = z.strictObject({
  type: z.literal('SkipCallStep'),
  ...onStep,
  reason: paragraphSchema,
});

/** One that was reached or skipped is to be called after all. */
export const reopenCallStepSchema = z.strictObject({
  type: z.literal('ReopenCallStep'),
  ...onStep,
  reason: paragraphSchema,
});

/** Somebody else is to be called too. */
export const addCallStepSchema = z.strictObject({
  type: z.literal('AddCallStep'),
  ...onStep,
  called: z.union([
    z.strictObject({ post: idSchema }),
    z.strictObject({ party: idSchema }),
    z.strictObject({ other: lineSchema, phone: phoneNumberSchema.optional() }),
  ]),
  what: lineSchema.optional(),
  /** After everybody else when left out. */
  wave: z.number().int().min(1).max(20).optional(),
});

export const callTreeCommandSchemas = [
  claimCallStepSchema,
  releaseCallStepSchema,
  recordCallResultSchema,
  skipCallStepSchema,
  reopenCallStepSchema,
  addCallStepSchema,
] as const;

export type CallSubject = z.output<typeof callSubjectSchema>;
