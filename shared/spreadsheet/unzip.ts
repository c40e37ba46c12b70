/**
 * The parts of an xlsx, unpacked within limits: by what the archive says of its sizes first, and by what really comes out
 * while it comes, so that neither an honest bomb nor a lying one gets anywhere.
 */
import { Inflate } from 'fflate';
import { SheetFault } from './fault.ts';

const MAX_PART_BYTES = 48 * 1024 * 1024;
const MAX_ALL_BYTES = 64 * 1024 * 1024;
const MAX_PARTS = 2000;
/** Compressed bytes at a time: at most a thousand times as much comes out before the next look. */
const STEP = 4096;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT = 65_535;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;

type Part = { name: string; method: number; packed: number; size: number; offset: number; isLocked: boolean };

/** Those whose name is wanted, by name. */
export function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = listParts(bytes, view).filter(({ name }) => isWanted(name));
  if (parts.some(({ isLocked }) => isLocked)) throw new SheetFault('oldOrLocked');
  const said = parts.reduce((sum, { size }) => sum + size, 0);
  if (said > MAX_ALL_BYTES || parts.some(({ size }) => size > MAX_PART_BYTES)) throw new SheetFault('contentTooLarge');
  return new Map(parts.map((part) => [part.name, inflate(bytes, view, part)]));
}

function listParts(bytes: Uint8Array, view: DataView): Part[] {
  let end = bytes.length - END_BYTES;
  const last = Math.max(0, end - MAX_COMMENT);
  while (end >= last && view.getUint32(end, true) !== END) end -= 1;
  if (end < last) throw new SheetFault('broken');
  const count = view.getUint16(end + 10, true);
  if (count > MAX_PARTS) throw new SheetFault('contentTooLarge');
  let at = view.getUint32(end + 16, true);
  const parts: Part[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new SheetFault('broken');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength));
    parts.push({
      name,
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += CENTRAL_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function inflate(bytes: Uint8Array, view: DataView, { method, packed, size, offset }: Part): Uint8Array {
  if (offset + LOCAL_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL) throw new SheetFault('broken');
  const from = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const body = bytes.subarray(from, from + packed);
  if (body.length !== packed) throw new SheetFault('broken');
  if (method === 0) return body;
  if (method !== 8) throw new SheetFault('broken');
  const out = new Uint8Array(size);
  let filled = 0;
  const inflater = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new SheetFault('contentTooLarge');
    out.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < body.length; at += STEP) {
      inflater.push(body.subarray(at, at + STEP), at + STEP >= body.length);
    }
  } catch (thrown) {
    throw thrown instanceof SheetFault ? thrown : new SheetFault('broken');
  }
  if (filled !== size) throw new SheetFault('broken');
  return out;
}
