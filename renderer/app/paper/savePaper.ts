/**
 * Keeping a paper: in a browser as a download made in the page, in the desktop program through its own dialog. The Word
 * file is made in a thread of its own, which fetches the library when it is first needed.
 */
import type { ArchiveForm, SavedArchive } from '#shared/contract/shell.ts';
import type { OfficialDocument } from '#shared/documents/document.ts';
import type { Tell } from '#shared/documents/docx/progress.ts';
import { makeDocx } from './makeDocx.ts';

export type Saved = 'saved' | 'cancelled';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LONGEST_NAME = 80;

/** A browser prints to PDF itself; only the desktop program can be asked for the file. */
export const canSavePdf = (): boolean => window.watchdesk !== undefined;

export async function saveDocx(document: OfficialDocument, tell: Tell, signal: AbortSignal): Promise<Saved> {
  const bytes = await makeDocx(document, tell, signal);
  if (bytes === null) return 'cancelled';
  const name = `${fileName(document)}.docx`;
  if (window.watchdesk !== undefined) {
    return answerOf(await window.watchdesk.saveFile({ name, base64: toBase64(bytes) }));
  }
  download(new Blob([bytes], { type: DOCX }), name);
  return 'saved';
}

/** A list made in the page, xlsx or csv. */
export async function saveTable(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Saved> {
  if (window.watchdesk !== undefined)
    return answerOf(await window.watchdesk.saveFile({ name, base64: toBase64(bytes) }));
  download(new Blob([bytes], { type: name.endsWith('.csv') ? 'text/csv' : XLSX }), name);
  return 'saved';
}

/** A message to other systems. */
export async function saveXml(xml: string, name: string): Promise<Saved> {
  const bytes = new TextEncoder().encode(xml);
  const safe = `${withoutPaths(name)}.xml`;
  if (window.watchdesk !== undefined)
    return answerOf(await window.watchdesk.saveFile({ name: safe, base64: toBase64(bytes) }));
  download(new Blob([bytes], { type: 'application/xml' }), safe);
  return 'saved';
}

/** An incident's export, which waits at the host: the desktop program saves it, a browser fetches it. */
export async function saveArchive(
  { name, archiveId }: { name: string; archiveId: string },
  as: ArchiveForm,
  read: () => Promise<Blob>,
): Promise<SavedArchive> {
  if (window.watchdesk === undefined) {
    download(await read(), name);
    return { kind: 'saved', name };
  }
  const { status, value } = await window.watchdesk.saveArchive({ name, archiveId, as });
  if (status !== 200) throw new Error(`not saved: ${status}`);
  return value as SavedArchive;
}

/** A browser downloads files, never a folder. */
export const canSaveFolder = (): boolean => window.watchdesk !== undefined;

export async function savePdf(document: OfficialDocument): Promise<Saved> {
  if (window.watchdesk === undefined) throw new Error('a browser saves PDF by printing');
  return answerOf(await window.watchdesk.savePdf({ name: `${fileName(document)}.pdf` }));
}

/** Title and number, without what file systems refuse; 演练 in front of a drill's. */
export function fileName({ title, number, isDrill }: OfficialDocument): string {
  const words = [isDrill ? '演练' : '', title, number ?? ''].filter(Boolean).join(' ');
  return withoutPaths(words);
}

/** Without what file systems refuse. */
function withoutPaths(name: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|\u0000-\u001F]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return (
    Array.from(plain)
      .slice(0, LONGEST_NAME)
      .join('')
      .replace(/[. ]+$/, '') || 'document'
  );
}

/** An attached file: the desktop program has its bytes, a page only names it. */
export async function saveAttachment(name: string, sha256: string, read: () => Promise<Blob>): Promise<Saved> {
  if (window.watchdesk !== undefined) return answerOf(await window.watchdesk.saveAttachment({ name, sha256 }));
  download(await read(), name);
  return 'saved';
}

function answerOf({ status, value }: { status: number; value: unknown }): Saved {
  if (status !== 200) throw new Error(`not saved: ${status}`);
  return (value as { saved: boolean }).saved ? 'saved' : 'cancelled';
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = window.document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const CHUNK = 0x8000;
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return btoa(parts.join(''));
}

export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
