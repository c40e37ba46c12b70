/** A file on its way to a page: one part of it, from `offset` on. Throws what the disk says. */
import { open } from 'node:fs/promises';
import { FILE_PART_BYTES, type ReadFileReply } from '#shared/contract/files.ts';

export async function readFilePart(path: string, offset: number): Promise<Extract<ReadFileReply, { kind: 'part' }>> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.max(0, Math.min(FILE_PART_BYTES, size - offset)));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, offset);
    const end = offset + bytesRead;
    const base64 = bytes.subarray(0, bytesRead).toString('base64');
    return { kind: 'part', base64, next: bytesRead === 0 || end >= size ? null : end };
  } finally {
    await handle.close();
  }
}
