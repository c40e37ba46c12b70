/** What a desk's worker and its client say to each other. Plain data: it crosses a thread. */

import type { ExportPlaces } from '#db/export/buildExport.ts';
import type { Backup } from '#db/files/backup.ts';
import type { RescueRequest } from '#db/files/rescue.ts';
import type {
  Changed,
  Draft,
  ExecuteReply,
  ExecuteRequest,
  ExportRequest,
  Query,
  QueryReply,
} from '#shared/contract/deskApi.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import type { DeskNotice, DeskOptions } from './createDesk.ts';
import type { Exported } from './exportIncident.ts';
import type { ExportSource } from './exportSource.ts';
import type { PracticeRequest } from './practice.ts';

/** A desk to serve. */
export type DeskTask =
  | {
      task: 'desk';
      desk: Omit<DeskOptions, 'clock' | 'newId' | 'verify' | 'copyFiles'>;
      backupEveryMs: number;
      /** How long after opening the whole file is checked. */
      checkAfterMs: number;
    }
  | { task: 'practice'; practice: PracticeRequest; archiveFolder: string };

/** Work on a whole file, in a thread of its own that ends with the answer. */
export type FileTask =
  | { task: 'verify'; path: string }
  | { task: 'backUpFiles'; path: string; copy: string }
  | { task: 'bringBackFiles'; path: string }
  | { task: 'buildRescue'; request: RescueRequest }
  | { task: 'placeRescue'; path: string; now: number }
  | { task: 'buildExport'; source: ExportSource; places: ExportPlaces };
export type FromFileTask = { ok: true; result: unknown } | { ok: false; error: DeskError };

/** How the worker is started. */
export type WorkerTask = DeskTask | FileTask;

/** What can be asked, by name: arguments and answer. */
export type Calls = {
  execute: (request: ExecuteRequest) => ExecuteReply;
  query: (query: Query) => QueryReply;
  exportIncident: (request: ExportRequest) => Exported;
  listDrafts: () => Draft[];
  saveDraft: (key: string, value: string | null) => { savedAt: number };
  backUp: () => Backup | null;
  close: () => void;
};
export type CallName = keyof Calls;

export type ToWorker = { [N in CallName]: { id: number; call: N; args: Parameters<Calls[N]> } }[CallName];

export type FromWorker =
  | { kind: 'opened'; position: number; uncleanEnd: boolean }
  /** The file could not be opened; nothing else follows. */
  | { kind: 'refused'; error: DeskError }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'failure'; id: number; error: DeskError | null; message: string }
  | { kind: 'changed'; changed: Changed }
  | { kind: 'notice'; notice: DeskNotice };
