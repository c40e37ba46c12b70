/**
 * Attached files on their way between a page and the host, in parts: JSON like every other call, so that both hosts check
 * them the same way and no file of somebody's has an address of its own that a browser could open.
 */
import { z } from 'zod';
import { type FileState, MAX_FILE_BYTES, sha256Schema } from '#shared/domain/attachment/attachment.ts';
import type { Mime } from '#shared/domain/attachment/fileKind.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import { idSchema } from '#shared/domain/values.ts';

export const FILE_PART_BYTES = 512 * 1024;
const MAX_BASE64 = Math.ceil(FILE_PART_BYTES / 3) * 4;
const MOST_CHECKED = 100;

const offset = z.number().int().min(0).max(MAX_FILE_BYTES);

export const filePartSchema = z.strictObject({
  desk: idSchema,
  /** Chosen by the page; offset 0 begins anew. */
  uploadId: z.string().regex(/^[0-9A-Za-z-]{16,64}$/),
  offset,
  base64: z.base64().max(MAX_BASE64),
  isLast: z.boolean(),
});
export type FilePart = z.infer<typeof filePartSchema>;

/** What the host found it to be. */
export type StoredFile = { sha256: string; size: number; mime: Mime };
export type FilePartReply =
  | { kind: 'more'; received: number }
  | { kind: 'stored'; file: StoredFile }
  | { kind: 'refused'; error: DeskError };

export const readFileSchema = z.strictObject({ desk: idSchema, sha256: sha256Schema, offset });
export type ReadFileRequest = z.infer<typeof readFileSchema>;
/** `next`: where the next part begins; null with the last. Who asks holds the whole against its hash. */
export type ReadFileReply =
  | { kind: 'part'; base64: string; next: number | null }
  | { kind: 'refused'; error: DeskError };

/** A piece of an export that waits to be taken; with the last one it is gone. An archive may be as large as all files of an incident. */
export const readArchiveSchema = z.strictObject({
  archiveId: z.uuid(),
  offset: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
});
export type ReadArchiveRequest = z.infer<typeof readArchiveSchema>;

export const checkFilesSchema = z.strictObject({
  desk: idSchema,
  files: z
    .array(z.strictObject({ sha256: sha256Schema, size: z.number().int().min(1).max(MAX_FILE_BYTES) }))
    .max(MOST_CHECKED),
});
export type CheckFilesRequest = z.infer<typeof checkFilesSchema>;
/** One for each, in their order. */
export type CheckFilesReply = { states: FileState[] };
export { MOST_CHECKED };
