/** A live desk whose file could not be opened: what was found, and what a person may decide. */
import { z } from 'zod';
import type { DeskError } from '#shared/domain/errors.ts';

/** What restoring would put in place: a sound backup, and what the damaged file still proves beyond it. */
export type RescueFound = {
  /** The newest one that still is whole; null where there is none and only the damaged file was read. */
  backup: { path: string; at: number; entries: number } | null;
  /** Entries of the log that would be there, and when the last of them was recorded. */
  entries: number;
  lastRecordedAt: number | null;
  /** Of these, read from the damaged file; drafts likewise. */
  salvaged: number;
  drafts: number;
  /** Entries known to have been there that would be missing; null where nothing tells. */
  missing: number | null;
  files: RescuedFiles;
};

/** Attached files that the log would name; of these, those the backups bring back and those that are nowhere. */
export type RescuedFiles = { named: number; fromBackup: number; missing: number };

export type RescueRow = {
  /** missing: the file was here and is gone · damaged: it was set aside as it is. */
  reason: 'missing' | 'damaged';
  file: string;
  setAside: string | null;
  noticedAt: number;
  /** Null while it is being looked for, or where that failed. */
  found: RescueFound | null;
  failure: DeskError | null;
  /** A decision is being carried out. */
  isWorking: boolean;
};

export const rescueActs = ['restore', 'startEmpty', 'lookAgain', 'showFolder'] as const;
export type RescueAct = (typeof rescueActs)[number];
export const rescueRequestSchema = z.strictObject({ act: z.enum(rescueActs) });
/** False where it was not the moment for it, or where no folder can be shown. */
export type RescueReply = { done: boolean };
