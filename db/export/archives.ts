/**
 * Archives that wait to be taken: an incident's export is written beside the desk's file, handed out in parts, copied or
 * unpacked to where the officer says, and gone afterwards. Nothing here is kept: what left the desk stands in its log
 * [EXPORT-2]. What is put down somewhere stands beside its name first, whole and on the disk, then is told, then gets it.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { archiveFolder, archivePath } from '#db/files/names.ts';
import { readFilePart } from '#db/files/readFilePart.ts';
import { systemError } from '#db/files/storageErrors.ts';
import type { ReadFileReply } from '#shared/contract/files.ts';
import { openSource } from './archiveFile.ts';
import { openZip, type Zipped } from './zip.ts';

/** Told when all of it is on the disk, before it gets its name; where that throws, nothing stays. */
export type Told = () => Promise<void>;

export type Archives = {
  /** With the last part it is gone. */
  read(archiveId: string, offset: number): Promise<ReadFileReply>;
  /** Whole or not at all under that name; then it is gone here. */
  take(archiveId: string, to: string, told: Told): Promise<void>;
  /** As a folder in `within`, under that name or, where it is taken, a like one: answers where. */
  unpack(archiveId: string, within: string, name: string, told: Told): Promise<string>;
  drop(archiveId: string): Promise<void>;
  /** Before another one is made: few wait at once. */
  thinOut(): Promise<void>;
  /** What an earlier run left; and at the end. */
  clear(): Promise<void>;
};

/** Nobody takes more at once; older ones were given up. */
const MOST_WAITING = 3;
const MOST_LIKE_NAMES = 99;

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
    async take(archiveId, to, told) {
      const source = createReadStream(archivePath(folder, archiveId));
      await putDown(to, told, (beside) => pipeline(source, createWriteStream(beside, { flush: true })));
      await drop(archiveId);
    },
    async unpack(archiveId, within, name, told) {
      const path = archivePath(folder, archiveId);
      const files = filesIn(path);
      const to = await freeName(within, name);
      await putDown(to, told, async (beside) => {
        for (const each of files) await unpackFile(path, each, beside);
      });
      await drop(archiveId);
      return to;
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

async function putDown(to: string, told: Told, write: (beside: string) => Promise<void>): Promise<void> {
  const beside = `${to}.part`;
  try {
    await write(beside);
    await told();
    await rename(beside, to);
  } catch (thrown) {
    await rm(beside, { recursive: true, force: true });
    throw thrown;
  }
}

/** Its names were made safe when it was written; one that is not is never followed out of the folder. */
function filesIn(path: string): Zipped[] {
  const source = openSource(path);
  try {
    const opened = openZip(source);
    if (!opened.ok) throw new Error(`an archive of the desk's own is ${opened.fault}`);
    return opened.files;
  } finally {
    source.close();
  }
}

/** Stored as it is: a stretch of the archive. */
async function unpackFile(path: string, { name, bytes, contentAt }: Zipped, folder: string): Promise<void> {
  const to = join(folder, name);
  await mkdir(dirname(to), { recursive: true });
  const content =
    bytes === 0 ? Readable.from([]) : createReadStream(path, { start: contentAt, end: contentAt + bytes - 1 });
  await pipeline(content, createWriteStream(to, { flags: 'wx', flush: true }));
}

/** What lies there stays as it is. */
async function freeName(within: string, name: string): Promise<string> {
  for (let n = 1; n <= MOST_LIKE_NAMES; n += 1) {
    const to = join(within, basename(n === 1 ? name : `${name} (${n})`));
    const lies = await Promise.all([to, `${to}.part`].map((path) => stat(path).catch(() => null)));
    if (lies.every((found) => found === null)) return to;
  }
  throw new Error('too many exports of that name lie there');
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
