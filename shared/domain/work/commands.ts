/** Commands about what is to be done: checklist items, tasks, leaders' instructions [plan 4.2–4.4, 5]. */
import { z } from 'zod';
import { against, onIncident, partyInput } from '../parts.ts';
import { idSchema, lineSchema, paragraphSchema, timedSchema } from '../values.ts';

/** An item of a checklist of the plan. `assigned` makes a task of it. */
export const setChecklistItemSchema = z.strictObject({
  type: z.literal('SetChecklistItem'),
  ...onIncident,
  item: idSchema,
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('done'), note: paragraphSchema.optional() }),
    z.strictObject({ kind: z.literal('notApplicable'), reason: paragraphSchema }),
    z.strictObject({
      kind: z.literal('assigned'),
      taskId: idSchema,
      to: partyInput,
      dueAt: timedSchema.optional(),
    }),
    z.strictObject({ kind: z.literal('reopened'), reason: paragraphSchema.optional() }),
  ]),
  at: timedSchema.optional(),
  against,
});

/** Where a task comes from: a measure with its clause, an order (an instruction recorded, or words), a request. */
export const taskSourceInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('measure'), item: idSchema }),
  z.strictObject({ kind: z.literal('order'), instructionId: idSchema.optional() }),
  z.strictObject({ kind: z.literal('request'), from: lineSchema.optional() }),
]);

export const assignTaskSchema = z.strictObject({
  type: z.literal('AssignTask'),
  ...onIncident,
  taskId: idSchema,
  to: partyInput,
  /** The task in one line. */
  what: lineSchema,
  detail: paragraphSchema.optional(),
  /** Who gave it; the signed-in officer when left out. */
  givenBy: lineSchema.optional(),
  source: taskSourceInput,
  dueAt: timedSchema.optional(),
  assignedAt: timedSchema.optional(),
});

export const acceptTaskSchema = z.strictObject({
  type: z.literal('AcceptTask'),
  ...onIncident,
  taskId: idSchema,
  person: lineSchema.optional(),
  at: timedSchema.optional(),
});

export const noteTaskSchema = z.strictObject({
  type: z.literal('NoteTask'),
  ...onIncident,
  taskId: idSchema,
  text: paragraphSchema,
  at: timedSchema.optional(),
});

export const finishTaskSchema = z.strictObject({
  type: z.literal('FinishTask'),
  ...onIncident,
  taskId: idSchema,
  result: paragraphSchema,
  at: timedSchema.optional(),
});

export const returnTaskSchema = z.strictObject({
  type: z.literal('ReturnTask'),
  ...onIncident,
  taskId: idSchema,
  reason: paragraphSchema,
  at: timedSchema.optional(),
});

/** 批示: a leader's instruction, followed until answered. */
export const recordInstructionSchema = z.strictObject({
  type: z.literal('RecordInstruction'),
  ...onIncident,
  instructionId: idSchema,
  /** The leader, by office and name. */
  from: lineSchema,
  text: paragraphSchema,
  receivedAt: timedSchema.optional(),
});

/** How it was carried out. */
export const answerInstructionSchema = z.strictObject({
  type: z.literal('AnswerInstruction'),
  ...onIncident,
  instructionId: idSchema,
  text: paragraphSchema,
  answeredAt: timedSchema.optional(),
});

export const workCommandSchemas = [
  setChecklistItemSchema,
  assignTaskSchema,
  acceptTaskSchema,
  noteTaskSchema,
  finishTaskSchema,
  returnTaskSchema,
  recordInstructionSchema,
  answerInstructionSchema,
] as const;
