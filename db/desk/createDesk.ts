/**
 * A duty desk on one file: what it can do, put together from its parts. It knows no screen and no network, and every
 * clock, id and plan is handed in, so a drill, a replay and a test are the same desk.
 */

import { backUpFiles, type CopyFiles } from '#db/files/attachmentCopies.ts';
import type { BackedUp, Verify } from '#db/files/backup.ts';
import { ensureBallast } from '#db/files/ballast.ts';
import { keptFileState } from '#db/files/keptFileState.ts';
import { searchPath } from '#db/files/names.ts';
import { type OpenedFile, openFile } from '#db/files/openFile.ts';
import { verifyFile } from '#db/files/verifyFile.ts';
import { type DeskClock, recordingClock, systemClock } from '#db/log/clock.ts';
import { newUuid } from '#db/log/ids.ts';
import { type Log, openLog } from '#db/log/log.ts';
import { sqliteCode } from '#db/log/sqlite.ts';
import { createCallFinder } from '#db/read-models/calls.ts';
import { createIncidentFinder } from '#db/read-models/incidents.ts';
import { createNamedPeopleFinder } from '#db/read-models/namedPeople.ts';
import { createWriter } from '#db/read-models/readModel.ts';
import { createWarningFinder } from '#db/read-models/warnings.ts';
import { createSearch, type Progress } from '#db/search/search.ts';
import type {
  Changed,
  ExecuteReply,
  ExecuteRequest,
  ExportRequest,
  Query,
  QueryReply,
  QueryType,
} from '#shared/contract/deskApi.ts';
import type { DeskKind } from '#shared/contract/rows.ts';
import { clockDoubt } from '#shared/domain/desk/clockJumps.ts';
import type { ExportFacts } from '#shared/export/facts.ts';
import { ENGINE_VERSION } from '#shared/plan/engine/version.ts';
import { createBackups, NO_BACKUPS } from './backups.ts';
import { ballasted } from './ballasted.ts';
import { deskState } from './context.ts';
import { deskPlans } from './deskPlans.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createExecute } from './execute.ts';
import type { ExportSource } from './exportSource.ts';
import { gatherExport } from './gatherExport.ts';
import { openPlans } from './plans.ts';
import { type Answered, answered } from './queries/parts.ts';
import { createQuery } from './query.ts';
import { bringReadModelsUpToDate, READ_MODELS } from './readModels.ts';
import { createReadying } from './readying.ts';
import { createRecorder } from './record.ts';
import { createStreams } from './streams.ts';

export type DeskOptions = {
  /** `:memory:` for a desk that is gone when it is closed. */
  path: string;
  kind: DeskKind;
  /** Raw plan packages shipped with the program. */
  plans: readonly unknown[];
  clock?: DeskClock;
  newId?: () => string;
  /** What the host calls it. */
  deskId?: string;
  title?: string | null;
  appVersion?: string;
  /** Begins an empty log although one was here: a person's decision after `damagedFile`. */
  startEmpty?: boolean;
  /** The most pages (4 kB) the file may take; as much as the disk has when left out. */
  maxPages?: number;
  /** Checks a finished backup; in another thread where there is one. */
  verify?: Verify;
  /** Copies the attached files a backup names. */
  copyFiles?: CopyFiles;
};

export type DeskNotice =
  /** The disk was full; what was held back for that is used up. Free space now. */
  | { kind: 'ballastReleased' }
  /** The backup could not be made or is not whole. */
  | { kind: 'backupFailed'; reason: string }
  /** `missing`: attached files that are whole nowhere. */
  | { kind: 'backedUp'; at: number; path: string; files: { copied: number; missing: number } }
  /** Attached files were gone from beside the log and are there again. */
  | { kind: 'filesBroughtBack'; copied: number }
  | { kind: 'filesNotBroughtBack'; reason: string }
  /** The check after opening found something. */
  | { kind: 'damageFound'; reason: string };

export type Desk = {
  readonly deskId: string;
  readonly kind: DeskKind;
  /** The last desk on this file was killed or lost power. */
  readonly uncleanEnd: boolean;
  position(): number;
  execute(request: ExecuteRequest): ExecuteReply;
  query<T extends QueryType>(query: Extract<Query, { type: T }>): QueryReply<T>;
  /** What an export of an incident is made from, as the log stands now. */
  gatherExport(request: ExportRequest): Promise<Answered<ExportFacts>>;
  /** Where an export is read from: the file, where there is one. */
  exportSource(request: ExportRequest): Promise<Answered<ExportSource>>;
  /** Answers the way to stop. */
  subscribe(listener: (changed: Changed) => void): () => void;
  onNotice(listener: (notice: DeskNotice) => void): () => void;
  readonly drafts: Drafts;
  readonly log: Log;
  /** Null where nothing changed since the last one, and in memory. */
  backUp(): Promise<BackedUp | null>;
  /** Makes up to so many entries findable, while nobody waits. */
  indexSome(entries: number): Progress;
  /** Does a slice of what first questions would have to do, while nobody waits; false where nothing is left. */
  readySome(): boolean;
  /** Moves what is committed from the WAL into the file, while nobody waits. */
  checkpoint(): void;
  close(): void;
};

export function createDesk(options: DeskOptions): Desk {
  const clock = options.clock ?? systemClock();
  const { path, kind, startEmpty = false, maxPages } = options;
  const newId = options.newId ?? (() => newUuid(clock.now()));
  const file = openFile({
    path,
    kind,
    now: clock.now(),
    newToken: () => newUuid(clock.now()),
    startEmpty,
    ...(maxPages !== undefined && { maxPages }),
  });
  try {
    return assemble(options, file, clock, newId);
  } catch (thrown) {
    file.abandon();
    throw thrown;
  }
}

function assemble(options: DeskOptions, file: OpenedFile, deskClock: DeskClock, newId: () => string): Desk {
  const { path, kind, verify = async (copy) => verifyFile(copy), copyFiles = backUpFiles } = options;
  const { db } = file;
  const deskId = options.deskId ?? kind;
  const appVersion = options.appVersion ?? 'dev';
  const isOnDisk = !db.memory;
  const listeners = new Set<(changed: Changed) => void>();
  const noticeListeners = new Set<(notice: DeskNotice) => void>();

  const log = openLog({
    db,
    origin: {
      appVersion,
      engineVersion: ENGINE_VERSION,
      bootId: deskClock.bootId ?? 'none',
    },
    newIncarnation: file.newIncarnation,
    newChainId: () => newUuid(deskClock.now()),
    now: deskClock.now(),
  });
  bringReadModelsUpToDate(db, log);
  const streams = createStreams(log);
  const plans = deskPlans(openPlans(db, options.plans, deskClock.now()), streams);
  const clock = recordingClock(
    deskClock,
    () => log.lastRecordedAt(),
    () => clockDoubt(deskState(streams), deskClock.bootId ?? 'none'),
  );
  const writers = READ_MODELS.map((model) => createWriter(db, model));
  const backups = isOnDisk
    ? createBackups(db, { verify, copyFiles, uncleanEnd: file.uncleanEnd, now: deskClock.now() })
    : NO_BACKUPS;
  const commit: Log['commit'] = isOnDisk
    ? ballasted(log, path, () => tell(noticeListeners, { kind: 'ballastReleased' }))
    : (work) => log.commit(work);
  if (isOnDisk) ensureBallast(path);

  const execute = createExecute({
    log,
    clock,
    streams,
    plans,
    // A desk in memory keeps no files.
    keptFile: isOnDisk ? (kept) => keptFileState(path, kept) : () => 'whole',
    record: createRecorder({ log, commit, streams, writers, newId }),
    publish: (changed) => {
      backups.changed(deskClock.now());
      tell(listeners, { desk: deskId, ...changed });
    },
  });
  const search = createSearch({
    path: isOnDisk ? searchPath(path) : ':memory:',
    log,
    planOf: (hash) => plans.byHash(hash)?.plan ?? null,
  });
  const parts = {
    log,
    clock,
    streams,
    plans,
    incidents: createIncidentFinder(db),
    calls: createCallFinder(db),
    namedPeople: createNamedPeopleFinder(db),
    warnings: createWarningFinder(db),
    search,
  };
  const query = createQuery(parts, { deskId, kind, title: options.title ?? null, backups });

  return {
    deskId,
    kind,
    uncleanEnd: file.uncleanEnd,
    log: {
      ...log,
      redact(entryId) {
        const wasThere = log.redact(entryId);
        if (wasThere) search.forget();
        return wasThere;
      },
    },
    execute,
    query,
    gatherExport: (request) => gatherExport(db, parts, { kind, appVersion }, request),
    async exportSource(request) {
      const at = { appVersion, exportedAt: clock.now(), upTo: log.head().position };
      if (isOnDisk) return answered({ from: 'file', path, kind, request, ...at });
      const gathered = await gatherExport(db, parts, { kind, appVersion }, request);
      return gathered.ok ? answered({ from: 'desk', facts: gathered.result }) : gathered;
    },
    drafts: createDrafts(db, () => clock.now()),
    position: () => log.head().position,
    subscribe: (listener) => listen(listeners, listener),
    onNotice: (listener) => listen(noticeListeners, listener),

    async backUp() {
      const backup = await backups.backUp(deskClock.now());
      if (backup !== null) tell(noticeListeners, { kind: 'backedUp', ...backup });
      return backup;
    },

    indexSome: (entries) => search.step(entries),
    readySome: createReadying({ streams, plans }),

    checkpoint() {
      try {
        db.pragma('wal_checkpoint(PASSIVE)');
      } catch (thrown) {
        // As on a full disk: everything committed is in the WAL, and the next idle moment tries again.
        if (sqliteCode(thrown) === null) throw thrown;
      }
    },

    close() {
      search.close();
      file.close();
    },
  };
}

function listen<T>(listeners: Set<(value: T) => void>, listener: (value: T) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What is committed stays committed: a listener's mistake is reported apart from the command. */
function tell<T>(listeners: ReadonlySet<(value: T) => void>, value: T): void {
  for (const listener of listeners) {
    try {
      listener(value);
    } catch (thrown) {
      queueMicrotask(() => {
        throw thrown;
      });
    }
  }
}
