/**
 * The worker thread a desk runs in, so that no verification, backup or import ever freezes a screen; and, for a check of
 * a whole file, a thread of that worker. Each loads only what it needs.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerTask } from './workerProtocol.ts';

async function work(port: NonNullable<typeof parentPort>, task: WorkerTask): Promise<void> {
  if (task.task === 'verify') {
    const { verifyFile } = await import('#db/files/verifyFile.ts');
    port.postMessage(verifyFile(task.path));
    return;
  }
  const { serveDesk } = await import('./serveDesk.ts');
  serveDesk(port, task, new URL(import.meta.url));
}

if (parentPort !== null) await work(parentPort, workerData as WorkerTask);
