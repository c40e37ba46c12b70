/** Inside the worker: opens the desk, or says why not, and serves calls: commands first, then in the order they came. */
import type { MessagePort } from 'node:worker_threads';
import type { ExportPlaces } from '#db/export/buildExport.ts';
import { DeskFileError } from '#db/files/fileError.ts';
import { archiveFolder } from '#db/files/names.ts';
import { storageError } from '#db/files/storageErrors.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import { commandsFirst } from './commandsFirst.ts';
import { createDesk, type Desk } from './createDesk.ts';
import { exportIncident } from './exportIncident.ts';
import { type House, keepHouse } from './housekeeping.ts';
import { keepIndexed } from './indexing.ts';
import { buildExportInThread, filesInThread, verifyInThread } from './inThread.ts';
import { keepReady } from './keepReady.ts';
import { createPracticeDesk } from './practice.ts';

import type { CallName, Calls, DeskTask, FromWorker, ToWorker } from './workerProtocol.ts';

type Served = House & { desk: Desk };

function openDesk(task: DeskTask, worker: URL, send: (message: FromWorker) => void): Served {
  if (task.task === 'practice') {
    const desk = createPracticeDesk(task.practice);
    return { desk, backUp: async () => null, close: async () => desk.close() };
  }
  const verify = verifyInThread(worker);
  const { copyFiles, bringBack } = filesInThread(worker);
  const desk = createDesk({ ...task.desk, verify, copyFiles });
  desk.onNotice((notice) => send({ kind: 'notice', notice }));
  const house = keepHouse(desk, { verify, bringBack }, task, (notice) => send({ kind: 'notice', notice }));
  return { desk, ...house };
}

const placesOf = (task: DeskTask): ExportPlaces =>
  task.task === 'practice'
    ? { folder: task.archiveFolder, deskFile: null }
    : { folder: archiveFolder(task.desk.path), deskFile: task.desk.path };

export function serveDesk(port: MessagePort, task: DeskTask, worker: URL): void {
  const send = (message: FromWorker) => port.postMessage(message);
  let served: Served;
  try {
    served = openDesk(task, worker, send);
  } catch (thrown) {
    send({ kind: 'refused', error: errorOf(thrown) ?? { code: 'storage', params: { reason: messageOf(thrown) } } });
    port.close();
    return;
  }
  const { desk } = served;
  const stopIndexing = keepIndexed(desk);
  const stopReadying = keepReady(desk);
  const calls: { readonly [N in CallName]: (...args: Parameters<Calls[N]>) => unknown } = {
    execute: (request) => desk.execute(request),
    query: (query) => desk.query(query),
    exportIncident: (request) => exportIncident(desk, request, buildExportInThread(worker, placesOf(task))),
    listDrafts: () => desk.drafts.list(),
    saveDraft: (key, value) => desk.drafts.save(key, value),
    backUp: () => served.backUp(),
    close() {
      stopIndexing();
      stopReadying();
      return served.close();
    },
  };

  async function answer({ id, call, args }: ToWorker): Promise<void> {
    try {
      const value = await (calls[call] as (...args: unknown[]) => unknown)(...args);
      send({ kind: 'answer', id, value });
    } catch (thrown) {
      send({ kind: 'failure', id, error: errorOf(thrown), message: messageOf(thrown) });
    }
    if (call === 'close') port.close();
  }

  desk.subscribe((changed) => send({ kind: 'changed', changed }));
  port.on(
    'message',
    commandsFirst<ToWorker>(
      ({ call }) => call === 'execute',
      (message) => void answer(message),
    ),
  );
  send({ kind: 'opened', position: desk.position(), uncleanEnd: desk.uncleanEnd });
}

const errorOf = (thrown: unknown): DeskError | null =>
  thrown instanceof DeskFileError ? thrown.toDeskError() : storageError(thrown);
const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
