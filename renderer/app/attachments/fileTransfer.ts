/** A file to the host and back, part by part; what comes back is held against its hash before anybody sees it. */
import { fromBase64, toBase64 } from '#renderer/app/paper/savePaper.ts';
import type { DeskApi } from '#shared/contract/deskApi.ts';
import { FILE_PART_BYTES, type StoredFile } from '#shared/contract/files.ts';
import { type KeptFile, MAX_FILE_BYTES } from '#shared/domain/attachment/attachment.ts';
import { LOOKED_AT_BYTES, mimeOf } from '#shared/domain/attachment/fileKind.ts';
import type { DeskError } from '#shared/domain/errors.ts';

export type Sent = { ok: true; file: StoredFile } | { ok: false; error: DeskError };
export type Fetched = { ok: true; blob: Blob } | { ok: false; error: DeskError };

const refused = (error: DeskError): { ok: false; error: DeskError } => ({ ok: false, error });

/** What the host would refuse at the end is refused before it is sent. */
async function faultOf(file: Blob): Promise<DeskError | null> {
  if (file.size === 0) return { code: 'fileEmpty', params: {} };
  if (file.size > MAX_FILE_BYTES) return { code: 'fileTooLarge', params: { most: MAX_FILE_BYTES / 1024 / 1024 } };
  const bytesOf = async (part: Blob): Promise<Uint8Array> => new Uint8Array(await part.arrayBuffer());
  const head = await bytesOf(file.slice(0, LOOKED_AT_BYTES));
  const tail = await bytesOf(file.slice(Math.max(0, file.size - LOOKED_AT_BYTES)));
  return mimeOf(head, tail) === null ? { code: 'fileKindRefused', params: {} } : null;
}

export async function sendFile(api: DeskApi, desk: string, file: Blob): Promise<Sent> {
  const fault = await faultOf(file);
  if (fault !== null) return refused(fault);
  const uploadId = crypto.randomUUID();
  for (let offset = 0; ; offset += FILE_PART_BYTES) {
    const bytes = new Uint8Array(await file.slice(offset, offset + FILE_PART_BYTES).arrayBuffer());
    const isLast = offset + FILE_PART_BYTES >= file.size;
    const reply = await api.storeFile({ desk, uploadId, offset, base64: toBase64(bytes), isLast });
    if (reply.kind === 'refused') return refused(reply.error);
    if (reply.kind === 'stored') return { ok: true, file: reply.file };
  }
}

export async function fetchFile(api: DeskApi, desk: string, { sha256, size, mime, name }: KeptFile): Promise<Fetched> {
  const changed = refused({ code: 'fileChanged', params: { name } });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let offset: number | null = 0; offset !== null; ) {
    const reply = await api.readFile({ desk, sha256, offset });
    if (reply.kind === 'refused') return refused({ ...reply.error, params: { ...reply.error.params, name } });
    const bytes = fromBase64(reply.base64);
    parts.push(bytes);
    length += bytes.length;
    if (length > size) return changed;
    offset = reply.next;
  }
  const blob = new Blob(parts, { type: mime });
  return (await hexHash(blob)) === sha256 ? { ok: true, blob } : changed;
}

/** An export, part by part: each goes to the browser's own store at once, which may lie on the disk. */
export async function fetchArchive(api: DeskApi, archiveId: string): Promise<Blob> {
  const parts: Blob[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const reply = await api.readArchive({ archiveId, offset });
    if (reply.kind === 'refused') throw new Error(reply.error.code);
    parts.push(new Blob([fromBase64(reply.base64)]));
    offset = reply.next;
  }
  return new Blob(parts, { type: 'application/zip' });
}

async function hexHash(blob: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
