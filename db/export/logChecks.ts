/** What can be wrong with an exported log, one check each: order, links, envelopes, payloads, and what was hidden. */
import { genesisHash } from '#db/log/chains.ts';
import { hashEnvelope } from '#db/log/envelope.ts';
import { HASH_ALG, payloadHash } from '#db/log/hash.ts';
import type { ExportFault, ExportFaultCode } from '#shared/export/faultText.ts';
import {
  ATTACHMENTS_FOLDER,
  type ChainLine,
  type EntryLine,
  type ExportLine,
  type LinkLine,
  type Manifest,
} from '#shared/export/format.ts';
import { jsonOf } from './readLines.ts';

type Placed = EntryLine | LinkLine;

const fault = (code: ExportFaultCode, at: number): ExportFault => ({ code, at: String(at) });
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const refOf = (chainId: string, seq: number): string => `${chainId} ${seq}`;

export const placedLines = (lines: readonly ExportLine[]): Placed[] =>
  lines.filter((line): line is Placed => line.kind !== 'chain');
export const entryLines = (lines: readonly ExportLine[]): EntryLine[] =>
  lines.filter((line): line is EntryLine => line.kind === 'entry');

/** Positions without gaps; how a chain began stands right before its first entry and nowhere else. */
export function checkOrder(lines: readonly ExportLine[]): ExportFault[] {
  const faults: ExportFault[] = [];
  let before: number | null = null;
  let begun: string | null = null;
  for (const line of lines) {
    if (line.kind === 'chain') {
      if (begun !== null) faults.push(fault('missingEntry', (before ?? 0) + 1));
      begun = line.chainId;
      continue;
    }
    const isPlaced = before === null || line.position === before + 1;
    const isBegun = begun === (line.chainSeq === 1 ? line.chainId : null);
    if (!isPlaced || !isBegun) faults.push(fault('missingEntry', line.position));
    before = line.position;
    begun = null;
  }
  if (begun !== null) faults.push(fault('missingEntry', (before ?? 0) + 1));
  return faults;
}

/** Every line names the hash of the one before it in its chain; a chain's first names how the chain began. */
export function checkLinks(lines: readonly ExportLine[]): ExportFault[] {
  const faults: ExportFault[] = [];
  const begun = new Map<string, ChainLine>();
  const heads = new Map<string, { seq: number; hash: string }>();
  const hashAt = new Map<number, string>();
  for (const line of lines) {
    if (line.kind === 'chain') {
      begun.set(line.chainId, line);
      if (!followsKnown(line, hashAt)) faults.push(fault('brokenLink', line.afterPosition ?? 0));
      continue;
    }
    const chain = begun.get(line.chainId);
    const head = heads.get(line.chainId) ?? (line.chainSeq === 1 && chain !== undefined ? startOf(chain) : null);
    if (head !== null && (line.chainSeq !== head.seq + 1 || line.prevHash !== head.hash))
      faults.push(fault('brokenLink', line.position));
    heads.set(line.chainId, { seq: line.chainSeq, hash: line.hash });
    hashAt.set(line.position, line.hash);
  }
  return faults;
}

function startOf(line: ChainLine): { seq: number; hash: string } {
  const { chainId, startedAt, afterPosition, afterHash } = line;
  const chain = { id: 0, chainId, startedAt, afterPosition, afterHash: afterHash === null ? null : bytes(afterHash) };
  return { seq: 0, hash: Buffer.from(genesisHash(chain)).toString('hex') };
}

/** What a chain came after is checked where that is told as well. */
function followsKnown({ afterPosition, afterHash }: ChainLine, hashAt: ReadonlyMap<number, string>): boolean {
  if (hashAt.size === 0) return true;
  return afterPosition !== null && afterHash !== null && hashAt.get(afterPosition) === afterHash;
}

/** Every field of an entry is under its hash. */
export const checkEnvelopes = (entries: readonly EntryLine[]): ExportFault[] =>
  entries
    .filter((entry) => entry.hashAlg !== HASH_ALG || hashOf(entry) !== entry.hash)
    .map(({ position }) => fault('changedEntry', position));

const hashOf = (entry: EntryLine): string =>
  hashEnvelope({ ...entry, payloadHash: bytes(entry.payloadHash), prevHash: bytes(entry.prevHash) }).toString('hex');

export const checkPayloads = (entries: readonly EntryLine[]): ExportFault[] =>
  entries
    .filter(({ payload, payloadHash: stored }) => {
      if (payload === null) return false;
      return payloadHash(bytes(payload.salt), payload.body).toString('hex') !== stored;
    })
    .map(({ position }) => fault('changedPayload', position));

/** An entry names its stream's heads before it: all of them are told in full, so none was made a bare link or cut. */
export function checkHidden(entries: readonly EntryLine[]): ExportFault[] {
  const told = new Map(entries.map((entry) => [refOf(entry.chainId, entry.chainSeq), entry.stream]));
  return entries
    .filter(({ parents, stream }) => parents.some((ref) => told.get(refOf(ref.chainId, ref.chainSeq)) !== stream))
    .map(({ position }) => fault('hiddenEntry', position));
}

/** Files the log names, each once; redacted where every entry that names it is. */
export function namedAttachments(entries: readonly EntryLine[]): Map<string, NamedAttachment> {
  const named = new Map<string, NamedAttachment>();
  for (const { attachments, payload } of entries) {
    for (const { sha256, size, mime, name } of attachments) {
      const isRedacted = payload === null && (named.get(sha256)?.isRedacted ?? true);
      named.set(sha256, { size, mime, name, ...named.get(sha256), isRedacted });
    }
  }
  return named;
}
export type NamedAttachment = { size: number; mime: string; name: string; isRedacted: boolean };

/** The manifest tells of every file the log names, and of no other; what went along is under its own hash. */
export function checkAttachments(manifest: Manifest, entries: readonly EntryLine[]): ExportFault[] {
  // Before version 2 no file went along.
  if (manifest.version === 1) return [];
  const named = namedAttachments(entries);
  const files = new Map(manifest.files.map((file) => [file.name, file]));
  const told = new Set(manifest.attachments.map(({ sha256 }) => sha256));
  const untold = [...named].filter(([sha256]) => !told.has(sha256)).map(([, { name }]) => name);
  const wrong = manifest.attachments
    .filter(({ sha256, bytes, state, file }) => {
      const known = named.get(sha256);
      if (known === undefined || known.size !== bytes || known.isRedacted !== (state === 'redacted')) return true;
      const beside = file === null ? undefined : files.get(file);
      return state === 'whole' ? beside?.sha256 !== sha256 || beside.bytes !== bytes : file !== null;
    })
    .map(({ name }) => name);
  const twice = manifest.attachments.length === told.size ? [] : [ATTACHMENTS_FOLDER];
  return [...untold, ...wrong, ...twice].map((at) => ({ code: 'wrongAttachment', at }));
}

/** The calls an incident was opened or joined by are told with it. */
export function checkCalls(entries: readonly EntryLine[]): ExportFault[] {
  const streams = new Set(entries.map(({ stream }) => stream));
  return entries
    .filter((entry) => !callOf(entry).every((id) => streams.has(`call/${id}`)))
    .map(({ position }) => fault('hiddenEntry', position));
}

function callOf({ type, payload }: EntryLine): string[] {
  if (payload === null || (type !== 'IncidentOpened' && type !== 'CallJoined')) return [];
  const said = jsonOf(payload.body) as { callId?: unknown } | undefined;
  return typeof said?.callId === 'string' ? [said.callId] : [];
}
