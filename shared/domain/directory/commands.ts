/** Commands on the directory. */
import { z } from 'zod';
import { idSchema, lineSchema, timedSchema } from '../values.ts';
import { contactSchema, phoneNumberSchema } from './contact.ts';
import { phoneResults, stagedRowSchema } from './events.ts';

/** What a part may hold. */
const MAX_PART_ROWS = 250;
const MAX_PARTS = 400;
/** What it does hold: it is parsed, recorded and folded in one go, and whoever asks something meanwhile waits for that. */
const PART_ROWS = 100;

/** Of so many rows; more than usual where there would be too many parts. */
export const partRowsOf = (rows: number): number => Math.max(PART_ROWS, Math.ceil(rows / MAX_PARTS));

export const addContactSchema = z.strictObject({
  type: z.literal('AddContact'),
  contactId: idSchema,
  contact: contactSchema,
});

/** The whole entry, as it is to be. */
export const changeContactSchema = z.strictObject({
  type: z.literal('ChangeContact'),
  contactId: idSchema,
  /** Its head as it was seen; null for one that is as the plan gives it. */
  against: idSchema.nullable().optional(),
  contact: contactSchema,
});

/** Somebody looked: it is right as it stands. */
export const confirmContactSchema = z.strictObject({
  type: z.literal('ConfirmContact'),
  contactId: idSchema,
  against: idSchema.nullable().optional(),
});

/** One that the plan gives falls back to what the plan says. */
export const removeContactSchema = z.strictObject({
  type: z.literal('RemoveContact'),
  contactId: idSchema,
  against: idSchema.nullable().optional(),
  reason: lineSchema.optional(),
});

/** Somebody was rung up: for an incident it goes to the incident's log. */
export const recordPhoneCallSchema = z.strictObject({
  type: z.literal('RecordPhoneCall'),
  contactId: idSchema.optional(),
  name: lineSchema,
  unit: lineSchema.optional(),
  number: phoneNumberSchema,
  at: timedSchema.optional(),
  result: z.enum(phoneResults),
  note: lineSchema.optional(),
  incidentId: idSchema.optional(),
  entryId: idSchema.optional(),
});

/** An import begins: how much of it there will be. Nothing of it counts before it is finished. */
export const startContactImportSchema = z.strictObject({
  type: z.literal('StartContactImport'),
  importId: idSchema,
  fileName: lineSchema,
  rows: z
    .number()
    .int()
    .min(1)
    .max(MAX_PARTS * MAX_PART_ROWS),
  parts: z.number().int().min(1).max(MAX_PARTS),
  asOf: timedSchema,
});

export const stageContactsSchema = z.strictObject({
  type: z.literal('StageContacts'),
  importId: idSchema,
  /** 0, 1, 2 … in this order. */
  part: z.number().int().min(0).max(MAX_PARTS),
  rows: z.array(stagedRowSchema).min(1).max(MAX_PART_ROWS),
});

export const finishContactImportSchema = z.strictObject({
  type: z.literal('FinishContactImport'),
  importId: idSchema,
});
export const cancelContactImportSchema = z.strictObject({
  type: z.literal('CancelContactImport'),
  importId: idSchema,
});
/** All of it: what it added goes, what it changed is as before; what was changed by hand since stays. */
export const undoContactImportSchema = z.strictObject({ type: z.literal('UndoContactImport'), importId: idSchema });

export const directoryCommandSchemas = [
  addContactSchema,
  changeContactSchema,
  confirmContactSchema,
  removeContactSchema,
  recordPhoneCallSchema,
  startContactImportSchema,
  stageContactsSchema,
  finishContactImportSchema,
  cancelContactImportSchema,
  undoContactImportSchema,
] as const;
