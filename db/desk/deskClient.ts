/** A desk in a worker, seen from the host's thread: the same calls, answered later. */
import { Worker } from 'node:worker_threads';
import type { Backup } from '#db/files/backup.ts';
import { DeskFileError } from '#db/files/fileError.ts';
import type {
  Changed,
  Draft,
  ExecuteReply,
  ExecuteRequest,
  ExportRequest,
  Query,
  QueryReply,
  QueryType,
} from '#shared/contract/deskApi.ts';
import type { DeskNotice, DeskOptions } from './createDesk.ts';
import type { Exported } from './exportIncident.ts';
import type { PracticeRequest } from './practice.ts';
import type { CallName, Calls, DeskTask, FromWorker } from './workerProtocol.ts';

export type DeskClient = {
  /** Of the last entry known here. */
  readonly position: number;
  readonly uncleanEnd: boolean;
  execute(request: ExecuteRequest): Promise<ExecuteReply>;
  query<T extends QueryType>(query: Extract<Query, { type: T }>): Promise<QueryReply<T>>;
  exportIncident(request: ExportRequest): Promise<Exported>;
  listDrafts(): Promise<Draft[]>;
  saveDraft(key: string, value: string | null): Promise<{ savedAt: number }>;
  backUp(): Promise<Backup | null>;
  /** Answers the way to stop. */
  onChanged(listener: (changed: Changed) => void): () => void;
  onNotice(listener: (notice: DeskNotice) => void): () => void;
  /** Called once if the worker ends without having been closed; what was pending is rejected with `deskStopped`. */
  onDeath(listener: (why: string) => void): () => void;
  /** Backs up where something changed, and lets go of the file. */
  close(): Promise<void>;
};

export type LiveDeskRequest = Omit<DeskOptions, 'clock' | 'newId' | 'verify' | 'copyFiles'> & {
  /** The file of `deskWorker.ts`, as it is or bundled. */
  worker: URL;
  backupEveryMs?: number;
  checkAfterMs?: number;
};

const BACKUP_EVERY_MS = 30 * 60_000;
const CHECK_AFTER_MS = 10_000;

/** Rejects with a `DeskFileError` when the file cannot be opened. */
export function openDeskClient(request: LiveDeskRequest): Promise<DeskClient> {
  const { worker, backupEveryMs = BACKUP_EVERY_MS, checkAfterMs = CHECK_AFTER_MS, ...desk } = request;
  return start(worker, { task: 'desk', desk, backupEveryMs, checkAfterMs });
}

export type PracticeDeskRequest = PracticeRequest & {
  worker: URL;
  /** Where its exports wait to be taken. */
  archiveFolder: string;
};

export function openPracticeClient({ worker, archiveFolder, ...practice }: PracticeDeskRequest): Promise<DeskClient> {
  return start(worker, { task: 'practice', practice, archiveFolder });
}

type Pending = { resolve: (value: unknown) => void; reject: (error: Error) => void };

function start(url: URL, task: DeskTask): Promise<DeskClient> {
  const worker = new Worker(url, { workerData: task });
  const pending = new Map<number, Pending>();
  const changed = new Set<(changed: Changed) => void>();
  const notices = new Set<(notice: DeskNotice) => void>();
  const deaths = new Set<(why: string) => void>();
  let lastId = 0;
  let position = 0;
  let closed = false;
  let why = 'the worker ended';

  function call<N extends CallName>(name: N, ...args: Parameters<Calls[N]>): Promise<Awaited<ReturnType<Calls[N]>>> {
    if (closed) return Promise.reject(new DeskFileError('deskStopped', { reason: why }));
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve: resolve as Pending['resolve'], reject });
      worker.postMessage({ id, call: name, args });
    });
  }

  function settle(id: number, done: (pending: Pending) => void): void {
    const waiting = pending.get(id);
    pending.delete(id);
    if (waiting !== undefined) done(waiting);
  }

  return new Promise((resolve, reject) => {
    let closing = false;

    const client = (uncleanEnd: boolean): DeskClient => ({
      uncleanEnd,
      get position() {
        return position;
      },
      execute: (request) => call('execute', request),
      query: <T extends QueryType>(query: Extract<Query, { type: T }>) =>
        call('query', query) as Promise<QueryReply<T>>,
      exportIncident: (request) => call('exportIncident', request),
      listDrafts: () => call('listDrafts'),
      saveDraft: (key, value) => call('saveDraft', key, value),
      backUp: () => call('backUp'),
      onChanged: (listener) => listen(changed, listener),
      onNotice: (listener) => listen(notices, listener),
      onDeath: (listener) => listen(deaths, listener),
      async close() {
        if (closed) return;
        closing = true;
        await call('close');
      },
    });

    worker.on('message', (message: FromWorker) => {
      switch (message.kind) {
        case 'opened':
          position = message.position;
          return resolve(client(message.uncleanEnd));
        case 'refused':
          return reject(new DeskFileError(message.error.code, message.error.params));
        case 'answer':
          return settle(message.id, (waiting) => waiting.resolve(message.value));
        case 'failure':
          return settle(message.id, (waiting) => waiting.reject(failureOf(message)));
        case 'changed':
          position = message.changed.position;
          for (const listener of changed) listener(message.changed);
          return;
        case 'notice':
          for (const listener of notices) listener(message.notice);
      }
    });
    worker.on('error', (error) => {
      why = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', () => {
      closed = true;
      const stopped = new DeskFileError('deskStopped', { reason: why });
      reject(stopped);
      for (const { reject: rejectPending } of pending.values()) rejectPending(stopped);
      pending.clear();
      if (!closing) for (const listener of deaths) listener(why);
    });
  });
}

function failureOf({ error, message }: Extract<FromWorker, { kind: 'failure' }>): Error {
  return error === null ? new Error(message) : new DeskFileError(error.code, error.params);
}

function listen<T>(listeners: Set<(value: T) => void>, listener: (value: T) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
