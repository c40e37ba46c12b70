/** A desk's worker that dies of a mistake when it is asked to note something on the incident `die`. */
import { parentPort } from 'node:worker_threads';
import type { ToWorker } from '#db/desk/workerProtocol.ts';

parentPort?.on('message', (message: ToWorker) => {
  if (message.call !== 'execute' || !('incidentId' in message.args[0].command)) return;
  if (message.args[0].command.incidentId !== 'die') return;
  process.removeAllListeners('uncaughtException');
  throw new Error('the desk died for a test');
});
await import('#db/desk/deskWorker.ts');
