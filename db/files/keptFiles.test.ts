// Attached files on a disk: whole or not at all, found again by what they hold, and told when they are not.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { smallDisk } from '#db/testing/smallDisk.ts';
import { openIncident, readyDesk, SMALL_PDF, tempFolder, testDesk } from '#db/testing/testDesk.ts';
import type { FilePartReply } from '#shared/contract/files.ts';
import { MAX_FILE_BYTES } from '#shared/domain/attachment/attachment.ts';
import { keptFileState } from './keptFileState.ts';
import { type KeptFiles, openKeptFiles } from './keptFiles.ts';
import { attachmentFolder, attachmentPath } from './names.ts';
import { readAttachment } from './readAttachment.ts';

const ATTACHER = fileURLToPath(new URL('../testing/attacher.ts', import.meta.url));
const PDF = Buffer.from(SMALL_PDF);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

type Opened = { file: string; folder: string; files: KeptFiles };
async function open(file = join(tempFolder(), 'desk.db')): Promise<Opened> {
  return { file, folder: attachmentFolder(file), files: await openKeptFiles(file) };
}
let uploads = 0;
const newUpload = () => `upload-of-a-file-${(uploads += 1)}`;

async function send(files: KeptFiles, bytes: Buffer, partBytes = 512 * 1024): Promise<FilePartReply> {
  const uploadId = newUpload();
  for (let offset = 0; ; offset += partBytes) {
    const isLast = offset + partBytes >= bytes.length;
    const base64 = bytes.subarray(offset, offset + partBytes).toString('base64');
    const reply = await files.store({ uploadId, offset, base64, isLast });
    if (isLast || reply.kind === 'refused') return reply;
  }
}
async function kept(files: KeptFiles, bytes: Buffer, partBytes?: number) {
  const reply = await send(files, bytes, partBytes);
  if (reply.kind !== 'stored') throw new Error(JSON.stringify(reply));
  return reply.file;
}
const codeOf = (reply: { kind: string; error?: { code: string } }) => reply.error?.code ?? reply.kind;
const lying = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []))
    : [];

describe('a file is kept', () => {
  test('[ATTACH-1] under its hash, whatever the parts were, and read back the same', async () => {
    const bytes = Buffer.concat([PDF, Buffer.alloc(1_300_000, 7)]);
    const { file: desk, folder, files } = await open();
    const file = await kept(files, bytes, 500_001);
    expect(file).toEqual({ sha256: sha256(bytes), size: bytes.length, mime: 'application/pdf' });
    expect(readFileSync(attachmentPath(desk, file.sha256)).equals(bytes)).toBe(true);
    expect(lying(folder)).toEqual([file.sha256]);

    const parts: Buffer[] = [];
    for (let offset: number | null = 0; offset !== null; ) {
      const reply = await files.read(file.sha256, offset);
      if (reply.kind !== 'part') throw new Error(JSON.stringify(reply));
      parts.push(Buffer.from(reply.base64, 'base64'));
      offset = reply.next;
    }
    expect(parts.length).toBe(3);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });

  test('[ATTACH-1] once: the same bytes again leave the file as it is', async () => {
    const { file: desk, folder, files } = await open();
    const file = await kept(files, PDF);
    const path = attachmentPath(desk, file.sha256);
    chmodSync(path, 0o400);
    expect(await kept(files, PDF, 4)).toEqual(file);
    expect(lying(folder)).toEqual([file.sha256]);
  });

  test('[ATTACH-2] a changed one is set aside, never overwritten, when the right bytes come again', async () => {
    const { file: desk, folder, files } = await open();
    const file = await kept(files, PDF);
    writeFileSync(attachmentPath(desk, file.sha256), 'spoiled');
    await kept(files, PDF);
    expect(lying(folder).toSorted()).toEqual([file.sha256, expect.stringContaining(`${file.sha256}.damaged-`)]);
    expect(await files.check([file])).toEqual(['whole']);
  });

  test('two at once do not mix', async () => {
    const { files } = await open();
    const one = Buffer.concat([PDF, Buffer.alloc(90_000, 1)]);
    const two = Buffer.concat([PDF, Buffer.alloc(90_000, 2)]);
    const [first, second] = await Promise.all([kept(files, one, 10_000), kept(files, two, 10_000)]);
    expect([first?.sha256, second?.sha256]).toEqual([sha256(one), sha256(two)]);
  });
});

describe('what is not kept', () => {
  test('empty, of another kind, too large, or with a part missing: nothing is left of it', async () => {
    const { folder, files } = await open();
    expect(codeOf(await send(files, Buffer.alloc(0)))).toBe('fileEmpty');
    expect(codeOf(await send(files, Buffer.from('<script>alert(1)</script>')))).toBe('fileKindRefused');
    const large = Buffer.concat([PDF, Buffer.alloc(MAX_FILE_BYTES)]);
    expect(codeOf(await send(files, large, 8 * 1024 * 1024))).toBe('fileTooLarge');

    const uploadId = newUpload();
    const base64 = PDF.toString('base64');
    expect(codeOf(await files.store({ uploadId, offset: 0, base64, isLast: false }))).toBe('more');
    expect(codeOf(await files.store({ uploadId, offset: 1, base64, isLast: true }))).toBe('fileBroken');
    expect(codeOf(await files.store({ uploadId: newUpload(), offset: 9, base64, isLast: true }))).toBe('fileBroken');
    expect(lying(folder)).toEqual([]);
  });

  test('exactly the most there may be is kept', async () => {
    const { files } = await open();
    const bytes = Buffer.concat([PDF, Buffer.alloc(MAX_FILE_BYTES - PDF.length)]);
    expect((await kept(files, bytes, 8 * 1024 * 1024)).size).toBe(MAX_FILE_BYTES);
  });

  test('of many begun and never ended only a few stay open, and none after closing', async () => {
    const { folder, files } = await open();
    for (let n = 0; n < 20; n += 1) await files.store({ uploadId: newUpload(), offset: 0, base64: '', isLast: false });
    expect(lying(folder)).toHaveLength(4);
    await files.close();
    expect(lying(folder)).toEqual([]);
  });

  test('[FILE-6] a disk without room for it: refused, nothing half-written, and the log keeps its room', async ({
    skip,
  }) => {
    const disk = smallDisk(64);
    if (disk.kind !== 'tmpfs') skip('no small disk on this machine');
    const { folder, files } = await open(join(disk.folder, 'desk.db'));
    expect(codeOf(await send(files, PDF))).toBe('diskFull');
    expect(lying(folder)).toEqual([]);
  });

  test('[FILE-6] where nothing can be made it is refused clearly', async () => {
    const desk = join(tempFolder(), 'desk.db');
    const folder = attachmentFolder(desk);
    writeFileSync(folder, 'in the way');
    expect(codeOf(await send((await open(desk)).files, PDF))).toBe('storage');
    expect(readFileSync(folder, 'utf8')).toBe('in the way');
  });
});

describe('[ATTACH-2] a missing or changed file is told', () => {
  test('by the check, byte by byte; by its size and kind before an entry is written; and none is handed out', async () => {
    const { file: desk, files } = await open();
    const file = await kept(files, PDF);
    const path = attachmentPath(desk, file.sha256);
    const state = () => keptFileState(desk, { ...file, name: 'a.pdf' });
    expect([await files.check([file]), state()]).toEqual([['whole'], 'whole']);
    expect(await readAttachment(desk, file.sha256)).toEqual(PDF);
    for (let at = 0; at < PDF.length; at += 1) {
      const changed = Buffer.from(PDF);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(path, changed);
      expect(await files.check([file]), `byte ${at}`).toEqual(['changed']);
      expect(await readAttachment(desk, file.sha256)).toBeNull();
    }
    writeFileSync(path, `${PDF.toString()} `);
    expect([await files.check([file]), state()]).toEqual([['changed'], 'changed']);
    writeFileSync(path, '<'.repeat(PDF.length));
    expect(state(), 'of the same size, another kind').toBe('changed');
    rmSync(path);
    expect([await files.check([file]), state()]).toEqual([['missing'], 'missing']);
    expect(codeOf(await files.read(file.sha256, 0))).toBe('fileMissing');
    expect(await readAttachment(desk, file.sha256)).toBeNull();
  });

  test('an entry without its bytes is refused; with them it says them in its envelope, after a restart too', () => {
    const path = join(tempFolder(), 'live.db');
    const desk = readyDesk({ path });
    openIncident(desk, 'i1');
    const file = desk.keep(PDF, '平面图.pdf');
    const there = attachmentPath(path, file.sha256);
    rmSync(there);
    const attach = { type: 'AttachFile', incidentId: 'i1', attachmentId: 'f1', file } as const;
    expect(desk.run(attach)).toMatchObject({ ok: false, error: { code: 'fileMissing' } });
    mkdirSync(dirname(there), { recursive: true });
    writeFileSync(there, PDF);
    desk.must(attach);
    desk.close();
    const again = testDesk({ path });
    const read = again.query({ type: 'getIncident', incidentId: 'i1' });
    expect(read.ok && read.result.attachments).toMatchObject([{ attachmentId: 'f1', file, struck: false }]);
    again.close();
  });
});

describe('a host killed between the steps', () => {
  test('[ATTACH-1] every acknowledged file is whole; what was on its way is gone at the next start', {
    timeout: 60_000,
  }, async () => {
    const path = join(tempFolder(), 'live.db');
    const acknowledged = new Map<string, string>();
    for (const [round, step] of ['part', 'last', 'entry', 'done'].entries()) {
      const first = round * 1000;
      const child = spawn(process.execPath, [ATTACHER, path, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
      const exit = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
      for await (const line of createInterface({ input: child.stdout })) {
        const [said = '', n = '', hash = ''] = line.split(' ');
        if (said === 'done') acknowledged.set(`f${n}`, hash);
        if (said === step && n === String(first + 1)) child.kill('SIGKILL');
      }
      expect(await exit).toBe('SIGKILL');

      const desk = testDesk({ path });
      const { folder, files } = await open(path);
      const read = desk.query({ type: 'getIncident', incidentId: 'i1' });
      const rows = read.ok ? read.result.attachments : [];
      expect([...acknowledged].filter(([id]) => !rows.some((row) => row.attachmentId === id))).toEqual([]);
      const states = await files.check(rows.map(({ file }) => file));
      expect(
        states.filter((state) => state !== 'whole'),
        step,
      ).toEqual([]);
      await files.close();
      expect(lying(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
      desk.close();
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(5);
  });
});
