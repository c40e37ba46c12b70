/** One question to the thread of an import; stopping it ends the thread. */
import type { FromImportWorker, ToImportWorker } from './importWorker.ts';

/** null: stopped. A thread that does not answer at all is a file that cannot be read. */
export function askImport(asked: ToImportWorker, signal: AbortSignal): Promise<FromImportWorker | null> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(null);
    const worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' });
    const end = (answer: FromImportWorker | null) => {
      worker.terminate();
      resolve(answer);
    };
    signal.addEventListener('abort', () => end(null), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<FromImportWorker>) => end(data));
    worker.addEventListener('error', () => end({ kind: 'refused', code: 'broken' }));
    worker.postMessage(asked);
  });
}
