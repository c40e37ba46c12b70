/**
 * An entry's envelope: everything known about it except what it says. The chain's hash covers the whole envelope and,
 * through the salted `payloadHash`, the payload's exact bytes, which stand beside the chain so that they can be
 * redacted by law without breaking it.
 */
import { sha256 } from './hash.ts';
import type { Hlc } from './hlc.ts';

/** Who acted, as they were then. */
export type EntryActor = {
  officerId: string;
  name: string;
  post: string;
  role: string | null;
  onBehalfOf: string | null;
};

/** Identity of an entry across devices. */
export type EntryRef = { chainId: string; chainSeq: number };

export type Attachment = { sha256: string; size: number; mime: string; name: string };

export type Envelope = {
  /** The entry's own id (eventId). */
  entryId: string;
  commandId: string;
  commandIndex: number;
  /** What belongs together across commands; the command itself when nothing else is said. */
  correlation: string;
  chainId: string;
  /** From 1, without gaps. */
  chainSeq: number;
  /** The heads of its stream that the desk had seen: two entries with the same parent are concurrent. */
  parents: readonly EntryRef[];
  stream: string;
  type: string;
  schemaVersion: number;
  hlc: Hlc;
  recordedAt: number;
  bootId: string;
  /** Milliseconds of the machine's monotonic clock. */
  monotonic: number;
  clockTrusted: boolean;
  appVersion: string;
  engineVersion: string;
  planHash: string | null;
  actor: EntryActor;
  /** 密级; null where none was given. */
  classification: string | null;
  attachments: readonly Attachment[];
  payloadHash: Uint8Array;
  prevHash: Uint8Array;
  hashAlg: string;
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');

/** Hash over every field, in this order. A new field gets a new `hashAlg` or goes to the end when present. */
export function hashEnvelope(entry: Envelope): Buffer {
  const { actor, hlc } = entry;
  return sha256(
    JSON.stringify([
      entry.entryId,
      entry.commandId,
      entry.commandIndex,
      entry.correlation,
      entry.chainId,
      entry.chainSeq,
      entry.parents.map(({ chainId, chainSeq }) => [chainId, chainSeq]),
      entry.stream,
      entry.type,
      entry.schemaVersion,
      [hlc.ms, hlc.count],
      entry.recordedAt,
      entry.bootId,
      entry.monotonic,
      entry.clockTrusted,
      entry.appVersion,
      entry.engineVersion,
      entry.planHash,
      [actor.officerId, actor.name, actor.post, actor.role, actor.onBehalfOf],
      entry.classification,
      entry.attachments.map(({ sha256: digest, size, mime, name }) => [digest, size, mime, name]),
      hex(entry.payloadHash),
      hex(entry.prevHash),
      entry.hashAlg,
    ]),
  );
}
