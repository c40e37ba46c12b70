/** What can be recorded about the directory. An import is many entries of the log and one thing: it counts from its end on. */
import { z } from 'zod';
import { idSchema, lineSchema, storedTimedSchema } from '../values.ts';
import { contactSchema, phoneNumberSchema } from './contact.ts';

const entry = z.strictObject({ contactId: idSchema, contact: contactSchema });
const named = z.strictObject({ contactId: idSchema, name: lineSchema });

export const phoneResults = ['answered', 'noAnswer', 'busy', 'wrongNumber'] as const;
export type PhoneResult = (typeof phoneResults)[number];

/** Somebody was rung up. */
export const phonedSchema = z.strictObject({
  /** Null: somebody who is not in the directory. */
  contactId: idSchema.nullable(),
  name: lineSchema,
  unit: lineSchema.nullable(),
  number: phoneNumberSchema,
  at: storedTimedSchema,
  result: z.enum(phoneResults),
  note: lineSchema.nullable(),
});
export type Phoned = z.infer<typeof phonedSchema>;

export const stagedRowSchema = z.strictObject({
  contactId: idSchema,
  /** The head of the entry it is merged into, as it was seen; null: a new entry. */
  against: idSchema.nullable(),
  contact: contactSchema,
});
export type StagedRow = z.output<typeof stagedRowSchema>;

export const directoryEventSchemas = {
  ContactAdded: entry,
  ContactChanged: entry,
  ContactConfirmed: named,
  ContactRemoved: named.extend({ reason: lineSchema.nullable() }),
  ContactCalled: phonedSchema,
  ContactImportStarted: z.strictObject({
    importId: idSchema,
    fileName: lineSchema,
    rows: z.number().int().min(1),
    parts: z.number().int().min(1),
    /** The day of the list: its entries were right then. */
    asOf: storedTimedSchema,
  }),
  ContactsStaged: z.strictObject({
    importId: idSchema,
    part: z.number().int().min(0),
    rows: z.array(stagedRowSchema).min(1),
  }),
  ContactImportFinished: z.strictObject({
    importId: idSchema,
    fileName: lineSchema,
    added: z.number().int().min(0),
    merged: z.number().int().min(0),
  }),
  ContactImportCancelled: z.strictObject({ importId: idSchema, fileName: lineSchema }),
  ContactImportUndone: z.strictObject({
    importId: idSchema,
    fileName: lineSchema,
    removed: z.number().int().min(0),
    restored: z.number().int().min(0),
    /** Changed or confirmed by hand since, and left alone. */
    kept: z.number().int().min(0),
  }),
} as const;

export type DirectoryEventType = keyof typeof directoryEventSchemas;
export type DirectoryEventPayload<T extends DirectoryEventType> = z.infer<(typeof directoryEventSchemas)[T]>;

/** A part of an import as the log's lines tell it: how many rows, not which. */
export type StagedBriefly = Omit<DirectoryEventPayload<'ContactsStaged'>, 'rows'> & { rows: number };
