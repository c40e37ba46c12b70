/**
 * Photos, sketches and scans beside the desk's file, each under the hash of its own bytes: what an entry names cannot be
 * another file, the same file is kept once, and one that is missing or was changed is told. A file gets its name when all of
 * it is on the disk, so that a crash or a full disk leaves no half of one. One desk per file [FILE-1]: nobody else writes here.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HASH_ALG } from '#db/log/hash.ts';
import { MAX_FILE_BYTES } from '#shared/domain/attachment/attachment.ts';
import { DeskFileError } from './fileError.ts';
import { attachmentFolder, attachmentPath, damagedPath } from './names.ts';
import { systemError } from './storageErrors.ts';

export const MAX_ATTACHMENT_BYTES = MAX_FILE_BYTES;
const PART = '.part';
const SHA256 = /^[0-9a-f]{64}$/;

export type Kept = { kind: 'kept'; sha256: string; size: number } | { kind: 'empty' } | { kind: 'tooLarge' };
export type AttachmentState = { kind: 'whole'; path: string; size: number } | { kind: 'missing' } | { kind: 'changed' };

/** A file on its way: written piece by piece, looked at, and given its name; or dropped. */
export type Incoming = {
  size(): number;
  write(chunk: Uint8Array): Promise<'written' | 'tooLarge'>;
  /** At most `length` bytes of what was written. */
  look(from: number, length: number): Promise<Uint8Array>;
  keep(): Promise<Kept>;
  /** Once it is kept there is nothing left to drop. */
  drop(): Promise<void>;
};

export type Attachments = {
  begin(): Promise<Incoming>;
  /** Throws a `DeskFileError` where the disk is full or may not be written; nothing is left behind then. */
  keep(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Kept>;
  /** Reads it as a whole: only what still is under its hash is handed out. */
  find(sha256: string): Promise<AttachmentState>;
};

/** `file`: the desk's. What a crash left unfinished is removed. */
export async function openAttachments(file: string, now: () => number = Date.now): Promise<Attachments> {
  const folder = attachmentFolder(file);
  await removeParts(folder);
  let parts = 0;

  async function begin(): Promise<Incoming> {
    parts += 1;
    const part = join(folder, `${parts}${PART}`);
    await mkdir(folder, { recursive: true });
    const handle = await open(part, 'w+');
    const hash = createHash(HASH_ALG);
    let size = 0;
    return {
      size: () => size,
      async write(chunk) {
        if (size + chunk.length > MAX_ATTACHMENT_BYTES) return 'tooLarge';
        await writeAll(handle, chunk, size);
        hash.update(chunk);
        size += chunk.length;
        return 'written';
      },
      async look(from, length) {
        const bytes = new Uint8Array(length);
        return bytes.subarray(0, (await handle.read(bytes, 0, length, from)).bytesRead);
      },
      async keep() {
        if (size === 0) return { kind: 'empty' };
        await handle.sync();
        await handle.close();
        const sha256 = hash.digest('hex');
        await giveAttachmentName(file, { part, sha256, now: now() });
        return { kind: 'kept', sha256, size };
      },
      async drop() {
        await handle.close().catch(() => undefined);
        await rm(part, { force: true });
      },
    };
  }

  async function keep(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Kept> {
    let incoming: Incoming | null = null;
    try {
      incoming = await begin();
      for await (const chunk of content) if ((await incoming.write(chunk)) === 'tooLarge') return { kind: 'tooLarge' };
      return await incoming.keep();
    } catch (thrown) {
      throw asFileError(thrown);
    } finally {
      await incoming?.drop();
    }
  }

  return { begin, keep, find: (sha256) => findAttachment(file, sha256) };
}

/** `file`: the desk's. Reads the attachment as a whole. */
export async function findAttachment(file: string, sha256: string): Promise<AttachmentState> {
  if (!SHA256.test(sha256)) return { kind: 'missing' };
  const path = attachmentPath(file, sha256);
  const size = await sizeOf(path);
  if (size === null) return { kind: 'missing' };
  return (await hashOf(path)) === sha256 ? { kind: 'whole', path, size } : { kind: 'changed' };
}

/** How long it is, without reading it; null where none is. */
export const attachmentSize = (file: string, sha256: string): Promise<number | null> =>
  SHA256.test(sha256) ? sizeOf(attachmentPath(file, sha256)) : Promise.resolve(null);

/** `part` is whole and on the disk. The same once more is the same file; a changed one is set aside, never written over. */
export async function giveAttachmentName(
  file: string,
  { part, sha256, now }: { part: string; sha256: string; now: number },
): Promise<void> {
  const path = attachmentPath(file, sha256);
  const { kind } = await findAttachment(file, sha256);
  if (kind === 'whole') return rm(part, { force: true });
  if (kind === 'changed') await rename(path, damagedPath(path, now));
  await mkdir(dirname(path), { recursive: true });
  await rename(part, path);
  await syncFolder(dirname(path));
  await syncFolder(attachmentFolder(file));
}

function asFileError(thrown: unknown): unknown {
  const error = systemError(thrown);
  return error === null ? thrown : new DeskFileError(error.code, error.params);
}

/** A full disk may take a part of a chunk before it says so. */
async function writeAll(handle: FileHandle, chunk: Uint8Array, from: number): Promise<void> {
  for (let at = 0; at < chunk.length; )
    at += (await handle.write(chunk, at, chunk.length - at, from + at)).bytesWritten;
}

/** Windows cannot open a folder; there the rename is journaled. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash(HASH_ALG);
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** null where no plain file is. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : null;
  } catch (thrown) {
    if (isNotThere(thrown)) return null;
    throw thrown;
  }
}

async function removeParts(folder: string): Promise<void> {
  try {
    const names = await readdir(folder);
    for (const name of names) if (name.endsWith(PART)) await rm(join(folder, name), { force: true });
  } catch (thrown) {
    if (!isNotThere(thrown)) throw thrown;
  }
}

const isNotThere = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR');
