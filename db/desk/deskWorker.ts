/**
 * The worker thread a desk runs in, so that no verification, backup or import ever freezes a screen; and, for work on
 * a whole file, a thread of its own. Each loads only what it needs.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { standBack } from './standBack.ts';
import type { WorkerTask } from './workerProtocol.ts';

async function work(port: NonNullable<typeof parentPort>, task: WorkerTask): Promise<void> {
  if (task.task === 'desk' || task.task === 'practice') {
    const { serveDesk } = await import('./serveDesk.ts');
    serveDesk(port, task, new URL(import.meta.url));
    return;
  }
  standBack();
  const { doFileTask } = await import('./fileTask.ts');
  port.postMessage(await doFileTask(task));
}

if (parentPort !== null) await work(parentPort, workerData as WorkerTask);
