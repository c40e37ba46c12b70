/**
 * Archives that wait to be taken: an incident's export is written beside the desk's file, handed out in parts or copied
 * to where the officer says, and gone afterwards. Nothing here is kept: what left the desk stands in its log [EXPORT-2].
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ReadFileReply } from '#shared/contract/files.ts';
import { archiveFolder, archivePath } from './names.ts';
import { readFilePart } from './readFilePart.ts';
import { systemError } from './storageErrors.ts';

export type Archives = {
  /** With the last part it is gone. */
  read(archiveId: string, offset: number): Promise<ReadFileReply>;
  /** Whole or not at all under that name; then it is gone here. */
  take(archiveId: string, to: string): Promise<void>;
  drop(archiveId: string): Promise<void>;
  /** Before another one is made: few wait at once. */
  thinOut(): Promise<void>;
  /** What an earlier run left; and at the end. */
  clear(): Promise<void>;
};

/** Nobody takes more at once; older ones were given up. */
const MOST_WAITING = 3;

/** `file`: the desk's. */
export function archivesOf(file: string): Archives {
  const folder = archiveFolder(file);
  const drop = (archiveId: string): Promise<void> => rm(archivePath(folder, archiveId), { force: true });

  return {
    async read(archiveId, offset) {
      try {
        const part = await readFilePart(archivePath(folder, archiveId), offset);
        if (part.next === null) await drop(archiveId);
        return part;
      } catch (thrown) {
        const error = systemError(thrown);
        if (error === null) throw thrown;
        return { kind: 'refused', error: { code: 'archiveGone', params: {} } };
      }
    },
    async take(archiveId, to) {
      const beside = `${to}.part`;
      try {
        await pipeline(createReadStream(archivePath(folder, archiveId)), createWriteStream(beside, { flush: true }));
        await rename(beside, to);
      } catch (thrown) {
        await rm(beside, { force: true });
        throw thrown;
      }
      await drop(archiveId);
    },
    drop,
    async thinOut() {
      const waiting = await byAge(folder);
      for (const path of waiting.slice(0, Math.max(0, waiting.length - MOST_WAITING + 1)))
        await rm(path, { force: true });
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Oldest first. */
async function byAge(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, at: (await stat(path).catch(() => null))?.mtimeMs ?? 0 };
    }),
  );
  return found.toSorted((a, b) => a.at - b.at).map(({ path }) => path);
}
