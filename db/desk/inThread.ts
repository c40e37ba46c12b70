/** Work on a whole file in a thread of its own, so that commands and screens go on meanwhile. */
import { Worker } from 'node:worker_threads';
import type { ExportPlaces } from '#db/export/buildExport.ts';
import type { CopiedFiles, CopyFiles } from '#db/files/attachmentCopies.ts';
import type { Verify } from '#db/files/backup.ts';
import { DeskFileError } from '#db/files/fileError.ts';
import type { RescueRequest } from '#db/files/rescue.ts';
import type { FileVerification } from '#db/files/verifyFile.ts';
import type { RescueFound } from '#shared/contract/rescue.ts';
import type { BuildExport, BuiltFromSource } from './exportIncident.ts';
import type { Answered } from './queries/parts.ts';
import type { FileTask, FromFileTask } from './workerProtocol.ts';

/** `worker`: the file of `deskWorker.ts`, which also knows these tasks. */
function inThread<T>(worker: URL, task: FileTask, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, { workerData: task });
    thread.unref();
    signal?.addEventListener('abort', () => void thread.terminate());
    thread.once('message', (answer: FromFileTask) => {
      if (answer.ok) resolve(answer.result as T);
      else reject(new DeskFileError(answer.error.code, answer.error.params));
    });
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the check ended without a result')));
  });
}

export const verifyInThread =
  (worker: URL): Verify =>
  (path, signal) =>
    inThread<FileVerification>(worker, { task: 'verify', path }, signal);

export const filesInThread = (worker: URL): { copyFiles: CopyFiles; bringBack: BringBack } => ({
  copyFiles: (path, copy) => inThread<CopiedFiles>(worker, { task: 'backUpFiles', path, copy }),
  bringBack: (path, signal) => inThread<CopiedFiles>(worker, { task: 'bringBackFiles', path }, signal),
});
export type BringBack = (path: string, signal: AbortSignal) => Promise<CopiedFiles>;

export const buildExportInThread =
  (worker: URL, places: ExportPlaces): BuildExport =>
  (source) =>
    inThread<Answered<BuiltFromSource>>(worker, { task: 'buildExport', source, places });

/** What a person may decide about a file that could not be opened, and what that would bring back. */
export const rescueInThread = (worker: URL) => ({
  build: (request: RescueRequest): Promise<RescueFound> => inThread(worker, { task: 'buildRescue', request }),
  place: (path: string, now: number): Promise<null> => inThread(worker, { task: 'placeRescue', path, now }),
});
