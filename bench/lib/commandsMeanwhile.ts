/** Commands sent to a running desk from a thread of their own while something else is done. */
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Session } from '../../e2e/support/webClient.ts';
import type { CommandThreadData, Meanwhile, ToCommandThread } from './commandThread.ts';

export type { Meanwhile };

export type Commands = {
  during<T>(work: () => Promise<T>): Promise<{ result: T; meanwhile: Meanwhile }>;
  close(): Promise<void>;
};

/** `folder`: on the desk's disk. */
export function sendCommands(session: Session, incidentId: string, folder: string, betweenMs: number): Commands {
  const data: CommandThreadData = { session, incidentId, probe: join(folder, 'probe'), betweenMs };
  const thread = new Worker(new URL('./commandThread.ts', import.meta.url), { workerData: data });
  const say = (message: ToCommandThread) => thread.postMessage(message);
  const died = new Promise<never>((_, reject) => thread.once('error', reject));
  died.catch(() => {});
  return {
    async during(work) {
      say('begin');
      const result = await Promise.race([work(), died]);
      say('end');
      const [meanwhile] = (await Promise.race([once(thread, 'message'), died])) as [Meanwhile];
      return { result, meanwhile };
    },
    async close() {
      const ended = once(thread, 'exit');
      say('close');
      await ended;
    },
  };
}
