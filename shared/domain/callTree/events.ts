/**
 * What can be recorded about a call tree, in the stream of its incident or warning [plan 附件6]. A tree itself is not
 * recorded: the entry that put the level in force or issued the warning is what began it, and names the run.
 */
import { z } from 'zod';
import { phoneNumberSchema } from '../directory/contact.ts';
import { phoneResults } from '../directory/events.ts';
import { idSchema, lineSchema, paragraphSchema, storedTimedSchema } from '../values.ts';

const onStep = {
  /** The entry that began the run. */
  runId: z.string().max(64),
  stepId: idSchema,
  /** Whom the step is for, as it was called then; the tree by its name. */
  who: lineSchema,
  tree: lineSchema,
};

/** Whom an added step is for: of the plan by id, or in words. */
export const storedCalledSchema = z.strictObject({
  kind: z.enum(['post', 'party', 'other']),
  id: idSchema.nullable(),
});

export const callTreeEventSchemas = {
  CallStepClaimed: z.strictObject({
    ...onStep,
    /** The officer whose claim was taken over. */
    takenFrom: lineSchema.nullable(),
  }),
  CallStepReleased: z.strictObject(onStep),
  /** Somebody was rung up. */
  CallStepTried: z.strictObject({
    ...onStep,
    contactId: idSchema.nullable(),
    /** Who was rung up: of the directory or in words; null where nothing more is known than the step says. */
    name: lineSchema.nullable(),
    unit: lineSchema.nullable(),
    number: phoneNumberSchema.nullable(),
    at: storedTimedSchema,
    result: z.enum(phoneResults),
    answeredBy: lineSchema.nullable(),
    note: lineSchema.nullable(),
  }),
  CallStepSkipped: z.strictObject({ ...onStep, reason: paragraphSchema }),
  /** To be called after all. */
  CallStepReopened: z.strictObject({ ...onStep, reason: paragraphSchema }),
  CallStepAdded: z.strictObject({
    ...onStep,
    called: storedCalledSchema,
    phone: phoneNumberSchema.nullable(),
    what: lineSchema.nullable(),
    wave: z.number().int().min(1).max(20),
  }),
} as const;

export type CallTreeEventType = keyof typeof callTreeEventSchemas;
export type CallTreeEventPayload<T extends CallTreeEventType> = z.infer<(typeof callTreeEventSchemas)[T]>;

export const isCallTreeEvent = (type: string): type is CallTreeEventType => Object.hasOwn(callTreeEventSchemas, type);
