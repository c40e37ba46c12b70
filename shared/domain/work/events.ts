/** What is recorded about checklist items, tasks and instructions. */
import { z } from 'zod';
import { storedPartySchema } from '../parts.ts';
import { idSchema, lineSchema, paragraphSchema, storedTimedSchema } from '../values.ts';

export const taskSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('measure'),
    item: idSchema,
    clause: z.string(),
    /** The response whose measure it is; null where the list belongs to none. */
    responseId: idSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('order'), instructionId: idSchema.nullable() }),
  z.strictObject({ kind: z.literal('request'), from: lineSchema.nullable() }),
]);

/** `what` is repeated so that a line of the log reads by itself. */
const ofTask = { taskId: idSchema, what: lineSchema };

export const workEventSchemas = {
  ChecklistItemSet: z.strictObject({
    item: idSchema,
    /** The response whose measure it is; null where the list belongs to none. */
    responseId: idSchema.nullable(),
    label: lineSchema,
    state: z.enum(['open', 'done', 'notApplicable']),
    note: paragraphSchema.nullable(),
    at: storedTimedSchema,
  }),
  TaskAssigned: z.strictObject({
    ...ofTask,
    detail: paragraphSchema.nullable(),
    to: storedPartySchema,
    givenBy: lineSchema,
    source: taskSourceSchema,
    due: storedTimedSchema.nullable(),
    at: storedTimedSchema,
  }),
  TaskAccepted: z.strictObject({ ...ofTask, person: lineSchema.nullable(), at: storedTimedSchema }),
  TaskNoted: z.strictObject({ ...ofTask, text: paragraphSchema, at: storedTimedSchema }),
  TaskFinished: z.strictObject({ ...ofTask, result: paragraphSchema, at: storedTimedSchema }),
  TaskReturned: z.strictObject({ ...ofTask, reason: paragraphSchema, at: storedTimedSchema }),
  InstructionRecorded: z.strictObject({
    instructionId: idSchema,
    from: lineSchema,
    text: paragraphSchema,
    at: storedTimedSchema,
  }),
  InstructionAnswered: z.strictObject({
    instructionId: idSchema,
    from: lineSchema,
    text: paragraphSchema,
    at: storedTimedSchema,
  }),
} as const;

export type TaskSource = z.infer<typeof taskSourceSchema>;
export type WorkEventType = keyof typeof workEventSchemas;
