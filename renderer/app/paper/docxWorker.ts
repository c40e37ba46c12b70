/** The thread a Word file is made in: a log of 200 pages takes seconds, and the page goes on meanwhile. */
import type { OfficialDocument } from '#shared/documents/document.ts';
import { renderDocx } from '#shared/documents/docx/renderDocx.ts';

export type FromDocxWorker =
  | { kind: 'progress'; fraction: number }
  | { kind: 'made'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'failed'; reason: string };

const say = (message: FromDocxWorker, transfer: Transferable[] = []): void =>
  globalThis.postMessage(message, { transfer });

async function make(document: OfficialDocument): Promise<void> {
  try {
    const bytes = (await renderDocx(document, (fraction) =>
      say({ kind: 'progress', fraction }),
    )) as Uint8Array<ArrayBuffer>;
    say({ kind: 'made', bytes }, [bytes.buffer]);
  } catch (error) {
    say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<OfficialDocument>) => void make(data));
