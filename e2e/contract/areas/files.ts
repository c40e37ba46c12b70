/** Attached files: bytes in parts, then the entry; nothing that is not a file of ours. */
import { describe, expect, test } from 'vitest';
import type { CommandInput } from '#shared/domain/commands.ts';
import { type ContractDesk, call, codeOf, DESK, fresh } from '../contractDesk.ts';

export function describeFiles(contract: ContractDesk): void {
  const { execute } = contract;

  describe('attached files', () => {
    const pdf = `%PDF-1.7\n${'x'.repeat(600_000)}`;
    const storeAll = async (text: string) => {
      const uploadId = fresh('upload-of-a-file');
      const half = Math.floor(text.length / 2);
      const first = await contract.api.storeFile({
        desk: DESK,
        uploadId,
        offset: 0,
        base64: btoa(text.slice(0, half)),
        isLast: false,
      });
      expect(first).toEqual({ kind: 'more', received: half });
      return contract.api.storeFile({
        desk: DESK,
        uploadId,
        offset: half,
        base64: btoa(text.slice(half)),
        isLast: true,
      });
    };

    test('[ATTACH-1] bytes first, entry after; both are there after a restart', async () => {
      const incidentId = fresh('incident');
      await execute(call(incidentId));
      const stored = await storeAll(pdf);
      if (stored.kind !== 'stored') throw new Error(JSON.stringify(stored));
      expect(stored.file).toMatchObject({ size: pdf.length, mime: 'application/pdf' });
      const file = { ...stored.file, name: '平面图.pdf' };
      const attach: CommandInput = { type: 'AttachFile', incidentId, attachmentId: fresh('file'), file };
      expect(codeOf(await execute(attach))).toBe('ok');

      await contract.reopen();
      const read = await contract.api.query(DESK, { type: 'getIncident', incidentId });
      expect(read.ok && read.result.attachments).toMatchObject([{ file, actor: { name: '王值班' } }]);
      const parts: string[] = [];
      for (let offset: number | null = 0; offset !== null; ) {
        const part = await contract.api.readFile({ desk: DESK, sha256: file.sha256, offset });
        if (part.kind !== 'part') throw new Error(JSON.stringify(part));
        parts.push(atob(part.base64));
        offset = part.next;
      }
      expect(parts.join('')).toBe(pdf);
      expect(
        await contract.api.checkFiles({
          desk: DESK,
          files: [file.sha256, '0'.repeat(64)].map((sha256) => ({ sha256, size: file.size })),
        }),
      ).toEqual({
        states: ['whole', 'missing'],
      });
    });

    test('[ATTACH-2] no entry without its bytes', async () => {
      const incidentId = fresh('incident');
      await execute(call(incidentId));
      const file = { sha256: '0'.repeat(64), size: 9, mime: 'application/pdf', name: 'a.pdf' } as const;
      const attach: CommandInput = { type: 'AttachFile', incidentId, attachmentId: fresh('file'), file };
      expect(codeOf(await execute(attach))).toBe('fileMissing');
    });

    test('[ATTACH-3] what it is, is read from its bytes; another kind is refused', async () => {
      const page = `<!doctype html><script>alert(1)</script>${'x'.repeat(100)}`;
      expect(await storeAll(page)).toMatchObject({ kind: 'refused', error: { code: 'fileKindRefused' } });
    });

    test('a part that is not the next one ends it', async () => {
      const part = { desk: DESK, uploadId: fresh('upload-of-a-file'), base64: 'JVBERi0=', isLast: false };
      expect(await contract.api.storeFile({ ...part, offset: 5 })).toMatchObject({ error: { code: 'fileBroken' } });
    });

    test('[PRACTICE-2] a practice desk keeps none', async () => {
      const { deskId } = await contract.api.openPractice('qingdao-2013');
      const part = { desk: deskId, uploadId: fresh('upload-of-a-file'), offset: 0, base64: 'JVBERi0=', isLast: true };
      expect(await contract.api.storeFile(part)).toMatchObject({ kind: 'refused', error: { code: 'readOnlyDesk' } });
      expect(await contract.api.readFile({ desk: deskId, sha256: '0'.repeat(64), offset: 0 })).toMatchObject({
        error: { code: 'readOnlyDesk' },
      });
    });

    test.each([
      ['a path for a hash', () => contract.api.readFile({ desk: DESK, sha256: '../../../../etc/passwd', offset: 0 })],
      ['a place before the file', () => contract.api.readFile({ desk: DESK, sha256: '0'.repeat(64), offset: -1 })],
      ['no desk', () => contract.api.readFile({ desk: 'nowhere', sha256: '0'.repeat(64), offset: 0 })],
      [
        'a name for an upload',
        () => contract.api.storeFile({ desk: DESK, uploadId: '../../etc', offset: 0, base64: '', isLast: true }),
      ],
      [
        'more in a part than one may hold',
        () =>
          contract.api.storeFile({
            desk: DESK,
            uploadId: fresh('upload-of-a-file'),
            offset: 0,
            base64: btoa('x'.repeat(524_291)),
            isLast: true,
          }),
      ],
      [
        'more files than are looked at',
        () =>
          contract.api.checkFiles({
            desk: DESK,
            files: Array.from({ length: 101 }, () => ({ sha256: '0'.repeat(64), size: 1 })),
          }),
      ],
    ])('%s is refused before anything is done', async (_name, ask) => {
      await expect(ask()).rejects.toThrow();
    });
  });
}
