/**
 * Attached files of a desk's backups: one store for all of them beside them, each file once under its hash, so that a
 * backup copies only what is new. The log only grows: what one backup names every later one names too, so nothing here
 * ever becomes superfluous and thinning out backups deletes no file [FILE-10]. From here they are brought back.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { HASH_ALG } from '#db/log/hash.ts';
import { openSqlite } from '#db/log/sqlite.ts';
import type { RescuedFiles } from '#shared/contract/rescue.ts';
import { attachmentSize, giveAttachmentName } from './attachments.ts';
import { DeskFileError } from './fileError.ts';
import { hasRoomFor } from './freeSpace.ts';
import { attachmentFolder, attachmentPath, backedUpName } from './names.ts';
import { pauseAfterAsync, SYNC_EVERY_BYTES } from './politeSync.ts';

/** `missing`: named by the log, and whole neither beside it nor in the backups. */
export type CopiedFiles = { copied: number; missing: number };
/** Into the backups' store, of what the log in `copy` names; in another thread where there is one. */
export type CopyFiles = (path: string, copy: string) => Promise<CopiedFiles>;

type Named = { sha256: string; size: number };

function namedFilesIn(path: string): Named[] {
  const db = openSqlite(path, { readonly: true, fileMustExist: true });
  try {
    return db
      .prepare<[], Named>(
        `SELECT DISTINCT file.value ->> 'sha256' AS sha256, file.value ->> 'size' AS size
         FROM log_entry e, json_each(e.attachments) file WHERE e.attachments IS NOT NULL`,
      )
      .all();
  } finally {
    db.close();
  }
}

export const backUpFiles: CopyFiles = (path, copy) =>
  copyMissing(namedFilesIn(copy), { from: path, to: backedUpName(path) });

/** What the desk's log names, is gone from beside it and the backups still have; nothing where there are no backups. */
export async function bringBackFiles(path: string): Promise<CopiedFiles> {
  const from = backedUpName(path);
  if (!existsSync(attachmentFolder(from))) return { copied: 0, missing: 0 };
  return copyMissing(namedFilesIn(path), { from, to: path });
}

/** What a rescued log names, and where it stands. By length: each is held against its hash when it is copied or read. */
export async function filesOf(path: string, built: string): Promise<RescuedFiles> {
  const found = { named: 0, fromBackup: 0, missing: 0 };
  for (const file of namedFilesIn(built)) {
    found.named += 1;
    if (await isThere(path, file)) continue;
    if (await isThere(backedUpName(path), file)) found.fromBackup += 1;
    else found.missing += 1;
  }
  return found;
}

type Places = { from: string; to: string };

async function copyMissing(named: readonly Named[], places: Places): Promise<CopiedFiles> {
  const done = { copied: 0, missing: 0 };
  for (const file of named) {
    if (await isThere(places.to, file)) continue;
    if (await copyFile(file, places)) done.copied += 1;
    else done.missing += 1;
  }
  return done;
}

const isThere = async (place: string, { sha256, size }: Named): Promise<boolean> =>
  (await attachmentSize(place, sha256)) === size;

/** False where the source is missing or no longer what its name says: nothing is kept of it then. */
async function copyFile(file: Named, { from, to }: Places): Promise<boolean> {
  if (!(await isThere(from, file))) return false;
  const path = attachmentPath(to, file.sha256);
  await mkdir(dirname(path), { recursive: true });
  if (!(await hasRoomFor(dirname(path), file.size))) throw new DeskFileError('diskFull', {});
  const part = `${path}.copying`;
  try {
    if ((await writeCopy(attachmentPath(from, file.sha256), part)) !== file.sha256) return false;
    await giveAttachmentName(to, { part, sha256: file.sha256, now: Date.now() });
    return true;
  } finally {
    await rm(part, { force: true });
  }
}

/** Answers the hash of what was read; all of it is on the disk then. */
async function writeCopy(from: string, to: string): Promise<string> {
  const hash = createHash(HASH_ALG);
  const handle = await open(to, 'w');
  try {
    let unsynced = 0;
    for await (const chunk of createReadStream(from)) {
      const bytes = chunk as Uint8Array;
      hash.update(bytes);
      await handle.writeFile(bytes);
      unsynced += bytes.length;
      if (unsynced < SYNC_EVERY_BYTES) continue;
      await wait(await pauseAfterAsync(() => handle.datasync()));
      unsynced = 0;
    }
    await handle.sync();
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}
