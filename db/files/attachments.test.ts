import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallDisk } from '#db/testing/smallDisk.ts';
import { tempFolder } from '#db/testing/testDesk.ts';
import { MAX_ATTACHMENT_BYTES, openAttachments } from './attachments.ts';
import { DeskFileError } from './fileError.ts';
import { attachmentFolder, attachmentPath } from './names.ts';

const MEGABYTE = 1024 * 1024;
const photo = Buffer.from('a photo of the valve');
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const deskFile = (folder = tempFolder()): string => join(folder, 'desk.db');

/** Names of files, folders left out. */
const filesIn = (file: string): string[] => {
  const folder = attachmentFolder(file);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
};

function* megabytes(count: number): Generator<Uint8Array> {
  const chunk = Buffer.alloc(MEGABYTE, 7);
  for (let n = 0; n < count; n += 1) yield chunk;
}

describe('[FILE-9] attachments', () => {
  test('stand under the hash of their bytes, the same once only, also in pieces', async () => {
    const file = deskFile();
    const store = await openAttachments(file);
    const sha256 = hashOf(photo);
    expect(await store.keep([photo])).toEqual({ kind: 'kept', sha256, size: photo.length });
    expect(await store.keep([photo.subarray(0, 3), photo.subarray(3)])).toMatchObject({ sha256 });
    expect(filesIn(file)).toEqual([sha256]);
    const found = await store.find(sha256);
    expect(found).toMatchObject({ kind: 'whole', size: photo.length });
    expect(found.kind === 'whole' && readFileSync(found.path).equals(photo)).toBe(true);
  });

  test('kept at once by two hands, one whole file', async () => {
    const file = deskFile();
    const store = await openAttachments(file);
    await Promise.all([store.keep([photo]), store.keep([photo]), store.keep([Buffer.from('another')])]);
    expect(filesIn(file).sort()).toEqual([hashOf(photo), hashOf(Buffer.from('another'))].sort());
  });

  test('one that is missing or was changed is told, and made whole by the same file again', async () => {
    const file = deskFile();
    const store = await openAttachments(file);
    const sha256 = hashOf(photo);
    expect(await store.find(sha256)).toEqual({ kind: 'missing' });
    await store.keep([photo]);
    const path = attachmentPath(file, sha256);
    writeFileSync(path, 'a photo of the value');
    expect(await store.find(sha256)).toEqual({ kind: 'changed' });
    await store.keep([photo]);
    expect(await store.find(sha256)).toMatchObject({ kind: 'whole' });
    rmSync(path);
    expect(await store.find(sha256)).toEqual({ kind: 'missing' });
  });

  test.each(['', 'aa/../../../desk.db', 'A'.repeat(64), `${'a'.repeat(63)}/`])('%j names none', async (name) => {
    const file = deskFile();
    const store = await openAttachments(file);
    writeFileSync(file, 'the desk itself');
    expect(await store.find(name)).toEqual({ kind: 'missing' });
  });

  test('nothing and more than 50 MB are refused, and nothing is left of them', async () => {
    const file = deskFile();
    const store = await openAttachments(file);
    expect(await store.keep([])).toEqual({ kind: 'empty' });
    expect(await store.keep([new Uint8Array()])).toEqual({ kind: 'empty' });
    const most = MAX_ATTACHMENT_BYTES / MEGABYTE;
    expect(await store.keep(megabytes(most + 1))).toEqual({ kind: 'tooLarge' });
    expect(filesIn(file)).toEqual([]);
    expect(await store.keep(megabytes(most))).toMatchObject({ kind: 'kept', size: MAX_ATTACHMENT_BYTES });
  });

  test('one that breaks off on its way leaves nothing', async () => {
    const file = deskFile();
    const store = await openAttachments(file);
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield photo;
      throw new Error('the page went away');
    }
    await expect(store.keep(broken())).rejects.toThrow('the page went away');
    expect(filesIn(file)).toEqual([]);
  });

  test('what a crash left unfinished is removed by the next start, finished ones stay', async () => {
    const file = deskFile();
    await (await openAttachments(file)).keep([photo]);
    writeFileSync(join(attachmentFolder(file), '1.part'), 'half');
    await openAttachments(file);
    expect(filesIn(file)).toEqual([hashOf(photo)]);
  });

  test('[FILE-6] on a full disk it is refused with its code, and nothing is left', async ({ skip }) => {
    const disk = smallDisk(4);
    if (disk.kind !== 'tmpfs') skip('no small disk on this machine');
    const file = deskFile(disk.folder);
    const store = await openAttachments(file);
    await expect(store.keep(megabytes(8))).rejects.toEqual(new DeskFileError('diskFull', {}));
    expect(filesIn(file)).toEqual([]);
    expect(await store.keep([photo])).toMatchObject({ kind: 'kept' });
  });

  test('[FILE-6] where nothing may be written it is refused with its code', async ({ skip }) => {
    if (process.getuid?.() === 0 || process.platform === 'win32') skip('everything may be written here');
    const file = deskFile();
    mkdirSync(attachmentFolder(file));
    chmodSync(attachmentFolder(file), 0o500);
    const store = await openAttachments(file);
    await expect(store.keep([photo])).rejects.toMatchObject({ code: 'readOnlyFile' });
  });
});
