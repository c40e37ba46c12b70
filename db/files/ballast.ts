/** Disk space held back beside the desk's file: given up when the disk is full, so that the next entry still commits. */
import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';

export const BALLAST_BYTES = 8 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;

const ballastPath = (path: string): string => `${path}.ballast`;

/** False when there is no room for it. */
export function ensureBallast(path: string, bytes = BALLAST_BYTES): boolean {
  const ballast = ballastPath(path);
  if (existsSync(ballast)) return true;
  try {
    const handle = openSync(ballast, 'w');
    try {
      // Written, not only sized: a sparse file holds nothing back.
      const chunk = Buffer.alloc(CHUNK_BYTES, 0x57);
      for (let written = 0; written < bytes; )
        written += writeSync(handle, chunk, 0, Math.min(CHUNK_BYTES, bytes - written));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return true;
  } catch {
    rmSync(ballast, { force: true });
    return false;
  }
}

/** True when there was something to give up. */
export function releaseBallast(path: string): boolean {
  const ballast = ballastPath(path);
  if (!existsSync(ballast)) return false;
  rmSync(ballast);
  return true;
}
