/**
 * One file of many, stored and not compressed: what goes in comes out byte by byte, the same files are always the same
 * archive, and nothing can grow when it is opened. An archive that is not exactly what the desk would have written is told.
 * Written and read piece by piece: an incident's attached files may be gigabytes.
 */
import { isPlainName } from '#shared/export/format.ts';
import { type Digest, startDigest } from './digest.ts';
import {
  CENTRAL_BYTES,
  CENTRAL_SIGN,
  END_BYTES,
  END_SIGN,
  END64_BYTES,
  END64_SIGN,
  EXTRA64,
  headerBytes,
  LOCAL_BYTES,
  LOCAL_SIGN,
  LOCATOR_BYTES,
  LOCATOR_SIGN,
  localHeader,
  MAX_16,
  MAX_32,
  type ZipEntry,
  zipEnd,
} from './zipLayout.ts';

/** Where an archive is written to. */
export type ZipSink = {
  size(): number;
  append(bytes: Uint8Array): void;
  /** Over what stands there. */
  put(at: number, bytes: Uint8Array): void;
  cut(size: number): void;
};

export type ZipWriter = {
  /** What was read; a file that turns out not to be `expected` leaves nothing behind. */
  add(name: string, content: Iterable<Uint8Array>, expected?: { bytes: number; sha256: string }): Digest;
  end(): void;
};

export function writeZip(sink: ZipSink): ZipWriter {
  const entries: ZipEntry[] = [];
  return {
    add(name, content, expected) {
      const at = sink.size();
      // Its checksum is known once it was read.
      sink.append(new Uint8Array(headerBytes(name)));
      const digesting = startDigest();
      for (const chunk of content) {
        digesting.take(chunk);
        sink.append(chunk);
      }
      const digest = digesting.end();
      if (expected !== undefined && (digest.sha256 !== expected.sha256 || digest.bytes !== expected.bytes)) {
        sink.cut(at);
        return digest;
      }
      const entry = { name, bytes: digest.bytes, crc: digest.crc, at };
      sink.put(at, localHeader(entry));
      entries.push(entry);
      return digest;
    },
    end: () => sink.append(zipEnd(entries, sink.size())),
  };
}

/** Where an archive is read from: fewer bytes than asked for where it ends. */
export type ZipSource = { size: number; read(at: number, length: number): Uint8Array };

export type ZipFault = 'notZip' | 'compressed' | 'badName' | 'twice';
export type Zipped = { name: string; bytes: number; crc: number; at: number; contentAt: number };
export type OpenedZip = { ok: true; files: Zipped[] } | { ok: false; fault: ZipFault; name: string };

class NotZip extends Error {}

export function openZip(source: ZipSource): OpenedZip {
  try {
    return readList(source);
  } catch (thrown) {
    if (!(thrown instanceof NotZip)) throw thrown;
    return { ok: false, fault: 'notZip', name: '' };
  }
}

/** Whether the desk would have written these very bytes; the checksums are of what the files hold. */
export function isOwnZip(source: ZipSource, files: readonly Zipped[]): boolean {
  let at = 0;
  for (const file of files) {
    if (file.at !== at || !isThere(source, at, localHeader(file))) return false;
    at = file.contentAt + file.bytes;
  }
  const end = zipEnd(files, at);
  return at + end.length === source.size && isThere(source, at, end);
}

const isThere = (source: ZipSource, at: number, bytes: Uint8Array): boolean =>
  Buffer.from(source.read(at, bytes.length)).equals(bytes);

/** A list of names longer than this is no export's. */
const MAX_LIST_BYTES = 8 * 1024 * 1024;

function viewOf(source: ZipSource, at: number, length: number): DataView {
  if (at < 0 || length < 0 || at + length > source.size) throw new NotZip();
  const bytes = source.read(at, length);
  if (bytes.length !== length) throw new NotZip();
  return new DataView(bytes.buffer, bytes.byteOffset, length);
}

const far = (view: DataView, at: number): number => {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw new NotZip();
  return value;
};

type End = { count: number; listAt: number; listBytes: number };

function readEnd(source: ZipSource): End {
  const tailBytes = Math.min(source.size, END_BYTES + MAX_16);
  const tailAt = source.size - tailBytes;
  const tail = viewOf(source, tailAt, tailBytes);
  for (let at = tailBytes - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END_SIGN) continue;
    const count = tail.getUint16(at + 8, true);
    const listBytes = tail.getUint32(at + 12, true);
    const listAt = tail.getUint32(at + 16, true);
    const isFar = count === MAX_16 || listBytes === MAX_32 || listAt === MAX_32;
    return isFar ? readFarEnd(source, tailAt + at) : { count, listAt, listBytes };
  }
  throw new NotZip();
}

function readFarEnd(source: ZipSource, endAt: number): End {
  const locator = viewOf(source, endAt - LOCATOR_BYTES, LOCATOR_BYTES);
  if (locator.getUint32(0, true) !== LOCATOR_SIGN) throw new NotZip();
  const end = viewOf(source, far(locator, 8), END64_BYTES);
  if (end.getUint32(0, true) !== END64_SIGN) throw new NotZip();
  return { count: far(end, 32), listBytes: far(end, 40), listAt: far(end, 48) };
}

function readList(source: ZipSource): OpenedZip {
  const { count, listAt, listBytes } = readEnd(source);
  if (listBytes > MAX_LIST_BYTES) throw new NotZip();
  const list = viewOf(source, listAt, listBytes);
  const files: Zipped[] = [];
  const names = new Set<string>();
  let at = 0;
  let all = 0;
  for (let n = 0; n < count; n += 1) {
    if (at + CENTRAL_BYTES > listBytes || list.getUint32(at, true) !== CENTRAL_SIGN) throw new NotZip();
    const flags = list.getUint16(at + 8, true);
    const method = list.getUint16(at + 10, true);
    const crc = list.getUint32(at + 16, true);
    const packed = list.getUint32(at + 20, true);
    const bytes = list.getUint32(at + 24, true);
    const nameBytes = list.getUint16(at + 28, true);
    const extraBytes = list.getUint16(at + 30, true);
    const next = at + CENTRAL_BYTES + nameBytes + extraBytes + list.getUint16(at + 32, true);
    if (next > listBytes) throw new NotZip();
    const name = nameIn(list, at + CENTRAL_BYTES, nameBytes);
    if (name === null || !isPlainName(name)) return { ok: false, fault: 'badName', name: name ?? '' };
    if (names.has(name)) return { ok: false, fault: 'twice', name };
    if (method !== 0 || packed !== bytes || (flags & 1) === 1) return { ok: false, fault: 'compressed', name };
    names.add(name);
    const near = list.getUint32(at + 42, true);
    const headerAt = near === MAX_32 ? farPlace(list, at + CENTRAL_BYTES + nameBytes, extraBytes) : near;
    const contentAt = contentPlace(source, headerAt);
    all += bytes;
    // Files that lie over each other would be more than the archive holds.
    if (contentAt + bytes > source.size || all > source.size) throw new NotZip();
    files.push({ name, bytes, crc, at: headerAt, contentAt });
    at = next;
  }
  return { ok: true, files };
}

function nameIn(list: DataView, at: number, length: number): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      new Uint8Array(list.buffer, list.byteOffset + at, length),
    );
  } catch {
    return null;
  }
}

function farPlace(list: DataView, from: number, length: number): number {
  for (let at = from; at + 4 <= from + length; ) {
    const size = list.getUint16(at + 2, true);
    if (list.getUint16(at, true) === EXTRA64 && size >= 8 && at + 4 + size <= from + length)
      // Of several fields the place comes last: sizes are never 64 bits here.
      return far(list, at + 4 + size - 8);
    at += 4 + size;
  }
  return MAX_32;
}

function contentPlace(source: ZipSource, at: number): number {
  const header = viewOf(source, at, LOCAL_BYTES);
  if (header.getUint32(0, true) !== LOCAL_SIGN) throw new NotZip();
  return at + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
}
