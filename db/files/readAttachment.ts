/** One attached file as a whole, held against its hash: for saving it elsewhere. */
import { readFile } from 'node:fs/promises';
import { sha256Hex } from '#db/log/hash.ts';
import { attachmentPath } from './names.ts';

/** `file`: the desk's. Null where it is missing or changed. */
export async function readAttachment(file: string, sha256: string): Promise<Uint8Array | null> {
  const bytes = await readFile(attachmentPath(file, sha256)).catch(() => null);
  return bytes !== null && sha256Hex(bytes) === sha256 ? bytes : null;
}
