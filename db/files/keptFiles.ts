/**
 * Attached files as pages send and read them: in parts, kept only where their bytes are of a kind that is kept, and given
 * back in parts. What the disk refuses is answered as the desk answers it.
 */
import { dirname } from 'node:path';
import type { FilePart, FilePartReply, ReadFileReply } from '#shared/contract/files.ts';
import { type FileState, MAX_FILE_BYTES } from '#shared/domain/attachment/attachment.ts';
import { LOOKED_AT_BYTES, mimeOf } from '#shared/domain/attachment/fileKind.ts';
import type { DeskError, DeskErrorCode } from '#shared/domain/errors.ts';
import { type Incoming, openAttachments } from './attachments.ts';
import { hasRoomFor } from './freeSpace.ts';
import { attachmentPath } from './names.ts';
import { readFilePart } from './readFilePart.ts';
import { systemError } from './storageErrors.ts';

type Part = Omit<FilePart, 'desk'>;

export type KeptFiles = {
  /** One part of a file; with the last one it is on the disk under its own name. */
  store(part: Part): Promise<FilePartReply>;
  read(sha256: string, offset: number): Promise<ReadFileReply>;
  /** By their whole content, one after the other. */
  check(files: readonly { sha256: string; size: number }[]): Promise<FileState[]>;
  /** What is still on its way is dropped. */
  close(): Promise<void>;
};

/** More at once is no page of ours. */
const MOST_UPLOADS = 4;

/** `file`: the desk's. */
export async function openKeptFiles(file: string): Promise<KeptFiles> {
  const attachments = await openAttachments(file);
  const uploads = new Map<string, Incoming>();
  let last: Promise<unknown> = Promise.resolve();

  /** Parts are written one after the other, whatever comes at once. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };

  async function drop(uploadId: string): Promise<void> {
    const upload = uploads.get(uploadId);
    uploads.delete(uploadId);
    await upload?.drop();
  }

  async function begin(uploadId: string): Promise<Incoming> {
    await drop(uploadId);
    const tooMany = Math.max(0, uploads.size + 1 - MOST_UPLOADS);
    for (const oldest of [...uploads.keys()].slice(0, tooMany)) await drop(oldest);
    const upload = await attachments.begin();
    uploads.set(uploadId, upload);
    return upload;
  }

  async function take({ uploadId, offset, base64, isLast }: Part): Promise<FilePartReply> {
    if (offset === 0 && !(await hasRoomFor(dirname(file), 0))) return refused('diskFull');
    const upload = offset === 0 ? await begin(uploadId) : uploads.get(uploadId);
    if (upload === undefined || upload.size() !== offset) return refused('fileBroken');
    const written = await upload.write(Buffer.from(base64, 'base64'));
    if (written === 'tooLarge') return refused('fileTooLarge', { most: MAX_FILE_BYTES / 1024 / 1024 });
    return isLast ? finish(upload) : { kind: 'more', received: upload.size() };
  }

  async function finish(upload: Incoming): Promise<FilePartReply> {
    const size = upload.size();
    if (size === 0) return refused('fileEmpty');
    const head = await upload.look(0, LOOKED_AT_BYTES);
    const mime = mimeOf(head, await upload.look(Math.max(0, size - LOOKED_AT_BYTES), LOOKED_AT_BYTES));
    if (mime === null) return refused('fileKindRefused');
    const kept = await upload.keep();
    return kept.kind === 'kept' ? { kind: 'stored', file: { sha256: kept.sha256, size, mime } } : refused('fileBroken');
  }

  /** Whatever does not go on is over, and leaves nothing. */
  async function store(part: Part): Promise<FilePartReply> {
    let reply: FilePartReply | null = null;
    try {
      reply = await take(part);
      return reply;
    } catch (thrown) {
      return refusedBy(thrown);
    } finally {
      if (reply?.kind !== 'more') await drop(part.uploadId);
    }
  }

  return {
    store: (part) => inTurn(() => store(part)),
    async read(sha256, offset) {
      try {
        return await readFilePart(attachmentPath(file, sha256), offset);
      } catch (thrown) {
        return isMissing(thrown) ? refused('fileMissing') : refusedBy(thrown);
      }
    },
    async check(files) {
      const states: FileState[] = [];
      for (const { sha256 } of files) states.push(await stateOf(sha256));
      return states;
    },
    close: () =>
      inTurn(async () => {
        for (const uploadId of uploads.keys()) await drop(uploadId);
      }),
  };

  /** What the disk no longer gives back is not what was kept. */
  async function stateOf(sha256: string): Promise<FileState> {
    try {
      return (await attachments.find(sha256)).kind;
    } catch (thrown) {
      if (systemError(thrown) === null) throw thrown;
      return 'changed';
    }
  }
}

const refused = (code: DeskErrorCode, params: Record<string, unknown> = {}): { kind: 'refused'; error: DeskError } => ({
  kind: 'refused',
  error: { code, params },
});

function refusedBy(thrown: unknown): { kind: 'refused'; error: DeskError } {
  const error = systemError(thrown);
  if (error === null) throw thrown;
  return { kind: 'refused', error };
}

const isMissing = (thrown: unknown): boolean => thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
