/**
 * One file of many, stored and not compressed: what goes in comes out byte by byte, the same files are always the same
 * archive, and nothing can grow when it is opened. An archive that is not exactly what the desk would have written is told.
 */
import { unzipSync, zipSync } from 'fflate';
import { isPlainName } from '#shared/export/format.ts';

/** The earliest day a zip knows; in local time, as its format has it. */
const NO_TIME = { year: 1980, month: 0, day: 1 } as const;

export function packZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const mtime = new Date(NO_TIME.year, NO_TIME.month, NO_TIME.day);
  return zipSync(Object.fromEntries(files), { level: 0, mtime });
}

export type ZipFault = 'notZip' | 'compressed' | 'badName' | 'twice';
export type Unpacked =
  | { ok: true; files: Map<string, Uint8Array> /** False: packed again by something else. */; isOriginal: boolean }
  | { ok: false; fault: ZipFault; name: string };

export function unpackZip(bytes: Uint8Array): Unpacked {
  const names = new Set<string>();
  let refused: Extract<Unpacked, { ok: false }> | null = null;
  const refuse = (fault: ZipFault, name: string): false => {
    refused ??= { ok: false, fault, name };
    return false;
  };
  try {
    const found = unzipSync(bytes, {
      filter({ name, compression, size, originalSize }) {
        if (!isPlainName(name)) return refuse('badName', name);
        if (names.has(name)) return refuse('twice', name);
        if (compression !== 0 || size !== originalSize) return refuse('compressed', name);
        names.add(name);
        return true;
      },
    });
    if (refused !== null) return refused;
    const files = new Map(Object.entries(found));
    return { ok: true, files, isOriginal: Buffer.from(packZip(files)).equals(bytes) };
  } catch {
    return refused ?? { ok: false, fault: 'notZip', name: '' };
  }
}
