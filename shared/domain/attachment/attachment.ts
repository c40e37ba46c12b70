/**
 * Files kept with an incident: to the incident as a whole, to one of its calls, or to one of its entries; with a call that is
 * with no incident; with a clue or a warning. The log holds what they are by SHA-256; the bytes lie beside it (db/files/keptFiles.ts).
 */
import { z } from 'zod';
import { onIncident } from '../parts.ts';
import type { Actor, RecordedEvent } from '../recorded.ts';
import { idSchema, lineSchema } from '../values.ts';
import { type Mime, mimes } from './fileKind.ts';

export const MAX_FILE_BYTES = 50 * 1024 * 1024;
/** Of one incident: more is nobody's to look through. */
export const MAX_FILES = 500;

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const mimeSchema = z.enum(mimes);

const OF_INCIDENT = [
  z.strictObject({ kind: z.literal('incident') }),
  z.strictObject({ kind: z.literal('call'), callId: idSchema }),
  z.strictObject({ kind: z.literal('entry'), entryId: idSchema }),
] as const;
/** 预警 has files before anything has happened. */
const OF_WARNING = [
  z.strictObject({ kind: z.literal('clue'), clueId: idSchema }),
  z.strictObject({ kind: z.literal('warning'), warningId: idSchema }),
] as const;

export const attachedToSchema = z.discriminatedUnion('kind', OF_INCIDENT);
export type AttachedTo = z.infer<typeof attachedToSchema>;
const warnedOfSchema = z.discriminatedUnion('kind', OF_WARNING);
export type WarnedOf = z.infer<typeof warnedOfSchema>;

/** What a file is: told by who kept it, checked by the desk against its bytes. */
const fileSchema = z.strictObject({
  sha256: sha256Schema,
  size: z.number().int().min(1).max(MAX_FILE_BYTES),
  mime: mimeSchema,
  name: lineSchema,
});
export type KeptFile = { sha256: string; size: number; mime: Mime; name: string };

/** Bytes first, entry after: the file has been kept before this is asked. */
export const attachFileSchema = z.strictObject({
  type: z.literal('AttachFile'),
  ...onIncident,
  attachmentId: idSchema,
  /** The incident as a whole when left out. */
  of: attachedToSchema.optional(),
  file: fileSchema,
});

/** To a call that is with no incident. */
export const attachFileToCallSchema = z.strictObject({
  type: z.literal('AttachFileToCall'),
  callId: idSchema,
  entryId: idSchema.optional(),
  attachmentId: idSchema,
  file: fileSchema,
});

/** To a clue, or to a warning until it ends. */
export const attachFileToWarningSchema = z.strictObject({
  type: z.literal('AttachFileToWarning'),
  of: warnedOfSchema,
  entryId: idSchema.optional(),
  attachmentId: idSchema,
  file: fileSchema,
});

export const attachmentCommandSchemas = [attachFileSchema, attachFileToCallSchema, attachFileToWarningSchema] as const;

export const attachmentEventSchemas = {
  FileAttached: z.strictObject({
    attachmentId: idSchema,
    of: z.discriminatedUnion('kind', [...OF_INCIDENT, ...OF_WARNING]),
    file: fileSchema,
  }),
} as const;

/** A file of a clue or a warning, as it was attached. */
export type WarnedFile = {
  attachmentId: string;
  of: WarnedOf;
  file: KeptFile;
  entryId: string;
  recordedAt: number;
  actor: Actor;
};

export function warnedFile({ payload, entryId, recordedAt, actor }: RecordedEvent): WarnedFile {
  const { attachmentId, of, file } = payload as Pick<WarnedFile, 'attachmentId' | 'of' | 'file'>;
  return { attachmentId, of, file, entryId, recordedAt, actor };
}

/** How the bytes lie beside the log. */
export const fileStates = ['whole', 'missing', 'changed'] as const;
export type FileState = (typeof fileStates)[number];
