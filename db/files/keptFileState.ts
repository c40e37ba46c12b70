/** Whether an attached file's bytes are there; what the desk asks, in its own turn, before it writes an entry. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FileState, KeptFile } from '#shared/domain/attachment/attachment.ts';
import { LOOKED_AT_BYTES, mimeOf } from '#shared/domain/attachment/fileKind.ts';
import { attachmentPath } from './names.ts';

/**
 * By size and kind: its hash was taken when it got its name, and is taken again whenever somebody looks (`keptFiles.ts`).
 * `file`: the desk's.
 */
export function keptFileState(file: string, { sha256, size, mime }: KeptFile): FileState {
  const handle = openThere(attachmentPath(file, sha256));
  if (handle === null) return 'missing';
  try {
    const length = fstatSync(handle).size;
    const look = (from: number): Uint8Array => {
      const bytes = new Uint8Array(Math.min(LOOKED_AT_BYTES, length));
      readSync(handle, bytes, 0, bytes.length, from);
      return bytes;
    };
    const isSame = length === size && mimeOf(look(0), look(Math.max(0, length - LOOKED_AT_BYTES))) === mime;
    return isSame ? 'whole' : 'changed';
  } finally {
    closeSync(handle);
  }
}

function openThere(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch {
    return null;
  }
}
