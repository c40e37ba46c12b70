/** Checks a file in a thread of its own, so that commands go on meanwhile. */
import { Worker } from 'node:worker_threads';
import type { Verify } from '#db/files/backup.ts';
import type { FileVerification } from '#db/files/verifyFile.ts';
import type { WorkerTask } from './workerProtocol.ts';

/** `worker`: the file of `deskWorker.ts`, which also knows this task. */
export function verifyInThread(worker: URL): Verify {
  return (path, signal) =>
    new Promise((resolve, reject) => {
      const workerData: WorkerTask = { task: 'verify', path };
      const thread = new Worker(worker, { workerData });
      thread.unref();
      signal?.addEventListener('abort', () => void thread.terminate());
      thread.once('message', (result: FileVerification) => resolve(result));
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('the check ended without a result')));
    });
}
