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
import { DeskFileError } from './fileError.ts';
import { attachmentFolder, attachmentPath } from './names.ts';
import { systemError } from './storageErrors.ts';

export const MAX_ATTACHMENT_BYTES = 50 * 1024 * 1024;
const PART = '.part';
const SHA256 = /^[0-9a-f]{64}$/;

export type Kept = { kind: 'kept'; sha256: string; size: number } | { kind: 'empty' } | { kind: 'tooLarge' };
export type AttachmentState = { kind: 'whole'; path: string; size: number } | { kind: 'missing' } | { kind: 'changed' };

export type Attachments = {
  /** Throws a `DeskFileError` where the disk is full or may not be written; nothing is left behind then. */
  keep(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Kept>;
  /** Reads it as a whole: only what still is under its hash is handed out. */
  find(sha256: string): Promise<AttachmentState>;
};

/** `file`: the desk's. What a crash left unfinished is removed. */
export async function openAttachments(file: string): Promise<Attachments> {
  const folder = attachmentFolder(file);
  await removeParts(folder);
  let parts = 0;

  async function find(sha256: string): Promise<AttachmentState> {
    if (!SHA256.test(sha256)) return { kind: 'missing' };
    const path = attachmentPath(file, sha256);
    const size = await sizeOf(path);
    if (size === null) return { kind: 'missing' };
    return (await hashOf(path)) === sha256 ? { kind: 'whole', path, size } : { kind: 'changed' };
  }

  async function keep(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Kept> {
    parts += 1;
    const part = join(folder, `${parts}${PART}`);
    try {
      await mkdir(folder, { recursive: true });
      const written = await writePart(part, content);
      if (written.kind !== 'kept') return written;
      // The same once more is the same file; a changed one is made whole again.
      if ((await find(written.sha256)).kind !== 'whole') await giveName(part, attachmentPath(file, written.sha256));
      return written;
    } catch (thrown) {
      const error = systemError(thrown);
      if (error === null) throw thrown;
      throw new DeskFileError(error.code, error.params);
    } finally {
      await rm(part, { force: true });
    }
  }

  return { keep, find };
}

async function writePart(path: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Kept> {
  const hash = createHash(HASH_ALG);
  const handle = await open(path, 'w');
  try {
    let size = 0;
    for await (const chunk of content) {
      size += chunk.length;
      if (size > MAX_ATTACHMENT_BYTES) return { kind: 'tooLarge' };
      hash.update(chunk);
      await writeAll(handle, chunk);
    }
    if (size === 0) return { kind: 'empty' };
    await handle.sync();
    return { kind: 'kept', sha256: hash.digest('hex'), size };
  } finally {
    await handle.close();
  }
}

/** A full disk may take a part of a chunk before it says so. */
async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  let at = 0;
  while (at < chunk.length) at += (await handle.write(chunk, at)).bytesWritten;
}

async function giveName(part: string, path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await rename(part, path);
  await syncFolder(folder);
  await syncFolder(dirname(folder));
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
