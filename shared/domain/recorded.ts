/** What is written to the log and by whom: the one shape that decisions write and folds read. */
import type { Instant } from '#shared/plan/facts.ts';

export type Actor = { officerId: string; name: string; post: string };

/** The program itself, e.g. when it raises an alarm. */
export const SYSTEM_ACTOR: Actor = { officerId: 'system', name: 'Watchdesk', post: '系统' };

/** Whoever took a call at a locked desk; claimed by a name afterwards [PEOPLE-6]. */
export const UNNAMED_ACTOR: Actor = { officerId: 'unnamed', name: '未具名', post: '锁定时接报' };

export type PlanPin = { id: string; version: string; hash: string };

/** `desk`, `directory`, `call/<callId>`, `incident/<incidentId>`, `clue/<clueId>`, `warning/<warningId>` or an alarm's. */
export type StreamId = string;

export type NewEvent = {
  stream: StreamId;
  type: string;
  payload: unknown;
  /** Chosen by the caller's command; the desk makes one up where it is left out. */
  entryId?: string;
  /** Files it brings: bound into the entry's own hash, beside its payload. */
  attachments?: readonly { sha256: string; size: number; mime: string; name: string }[];
};

/** An event as the folds and views read it (current schema version; the log keeps the full envelope). */
export type RecordedEvent = {
  entryId: string;
  stream: StreamId;
  type: string;
  payload: unknown;
  recordedAt: Instant;
  actor: Actor;
  /** Position in this file's log. */
  position: number;
};
