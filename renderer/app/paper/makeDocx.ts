/** A Word file made in a thread of its own, told of as it grows; stopping it ends the thread. */
import type { OfficialDocument } from '#shared/documents/document.ts';
import type { Tell } from '#shared/documents/docx/progress.ts';
import type { FromDocxWorker } from './docxWorker.ts';

/** The thread did not start, or did not make it. */
export class DocxFailure extends Error {}

/** null: stopped before it was made. */
export function makeDocx(
  document: OfficialDocument,
  tell: Tell,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve(null);
    const worker = new Worker(new URL('./docxWorker.ts', import.meta.url), { type: 'module' });
    const stop = () => {
      worker.terminate();
      resolve(null);
    };
    const fail = (reason: string) => {
      worker.terminate();
      reject(new DocxFailure(reason));
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<FromDocxWorker>) => {
      switch (data.kind) {
        case 'progress':
          return tell(data.fraction);
        case 'made':
          worker.terminate();
          return resolve(data.bytes);
        case 'failed':
          return fail(data.reason);
      }
    });
    // A thread that cannot even be loaded says nothing else.
    worker.addEventListener('error', ({ message }) => fail(message || 'the thread did not start'));
    worker.postMessage(document);
  });
}
