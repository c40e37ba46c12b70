/**
 * An archive's own bytes around its files: stored, not compressed, one fixed time, so that the same files are always the
 * same archive. Beyond 4 GB an entry's place and the end are told in 64 bits, as the format has it.
 */

export type ZipEntry = { name: string; bytes: number; crc: number /** Where its header begins. */; at: number };

export const LOCAL_SIGN = 0x04034b50;
export const CENTRAL_SIGN = 0x02014b50;
export const END_SIGN = 0x06054b50;
export const END64_SIGN = 0x06064b50;
export const LOCATOR_SIGN = 0x07064b50;

export const LOCAL_BYTES = 30;
export const CENTRAL_BYTES = 46;
export const END_BYTES = 22;
export const END64_BYTES = 56;
export const LOCATOR_BYTES = 20;
export const EXTRA64 = 1;

export const MAX_16 = 0xffff;
export const MAX_32 = 0xffffffff;
const VERSION = 20;
const VERSION_64 = 45;
const UTF8_NAME = 0x0800;
/** 1980-01-01 00:00, the earliest a zip knows. */
const NO_TIME = 0x00210000;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function block(length: number, write: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  write(new DataView(bytes.buffer));
  return bytes;
}

export const headerBytes = (name: string): number => LOCAL_BYTES + utf8(name).length;

/** From the version a reader needs up to the two lengths that follow: the same in both headers. */
function writeCommon(view: DataView, at: number, { name, bytes, crc }: ZipEntry, version: number): void {
  const encoded = utf8(name);
  view.setUint16(at, version, true);
  view.setUint16(at + 2, encoded.length === name.length ? 0 : UTF8_NAME, true);
  view.setUint32(at + 6, NO_TIME, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, bytes, true);
  view.setUint32(at + 18, bytes, true);
  view.setUint16(at + 22, encoded.length, true);
}

export function localHeader(entry: ZipEntry): Uint8Array {
  const name = utf8(entry.name);
  const bytes = block(LOCAL_BYTES + name.length, (view) => {
    view.setUint32(0, LOCAL_SIGN, true);
    writeCommon(view, 4, entry, VERSION);
  });
  bytes.set(name, LOCAL_BYTES);
  return bytes;
}

function centralHeader(entry: ZipEntry): Uint8Array {
  const name = utf8(entry.name);
  const isFar = entry.at >= MAX_32;
  const bytes = block(CENTRAL_BYTES + name.length + (isFar ? 12 : 0), (view) => {
    view.setUint32(0, CENTRAL_SIGN, true);
    view.setUint16(4, VERSION, true);
    writeCommon(view, 6, entry, isFar ? VERSION_64 : VERSION);
    view.setUint16(30, isFar ? 12 : 0, true);
    view.setUint32(42, isFar ? MAX_32 : entry.at, true);
    if (!isFar) return;
    const extra = CENTRAL_BYTES + name.length;
    view.setUint16(extra, EXTRA64, true);
    view.setUint16(extra + 2, 8, true);
    view.setBigUint64(extra + 4, BigInt(entry.at), true);
  });
  bytes.set(name, CENTRAL_BYTES);
  return bytes;
}

/** What follows the last file, at `at`. */
export function zipEnd(entries: readonly ZipEntry[], at: number): Uint8Array {
  const list = entries.map(centralHeader);
  const length = list.reduce((sum, header) => sum + header.length, 0);
  const isFar = at >= MAX_32 || length >= MAX_32 || entries.length >= MAX_16;
  const end64 = isFar ? [farEnd(entries.length, length, at), locator(at + length)] : [];
  const end = block(END_BYTES, (view) => {
    view.setUint32(0, END_SIGN, true);
    view.setUint16(8, Math.min(entries.length, MAX_16), true);
    view.setUint16(10, Math.min(entries.length, MAX_16), true);
    view.setUint32(12, Math.min(length, MAX_32), true);
    view.setUint32(16, Math.min(at, MAX_32), true);
  });
  return Buffer.concat([...list, ...end64, end]);
}

const farEnd = (count: number, length: number, at: number): Uint8Array =>
  block(END64_BYTES, (view) => {
    view.setUint32(0, END64_SIGN, true);
    view.setBigUint64(4, BigInt(END64_BYTES - 12), true);
    view.setUint16(12, VERSION_64, true);
    view.setUint16(14, VERSION_64, true);
    view.setBigUint64(24, BigInt(count), true);
    view.setBigUint64(32, BigInt(count), true);
    view.setBigUint64(40, BigInt(length), true);
    view.setBigUint64(48, BigInt(at), true);
  });

const locator = (end64At: number): Uint8Array =>
  block(LOCATOR_BYTES, (view) => {
    view.setUint32(0, LOCATOR_SIGN, true);
    view.setBigUint64(8, BigInt(end64At), true);
    view.setUint32(16, 1, true);
  });
