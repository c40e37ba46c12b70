/** Opens desks in workers: the live one on its file, and practice desks from the shipped scenarios. */
import { readFileSync } from 'node:fs';
import type { DeskNotice } from '#db/desk/createDesk.ts';
import { type DeskClient, openDeskClient, openPracticeClient } from '#db/desk/deskClient.ts';
import { rescueInThread } from '#db/desk/inThread.ts';
import { DeskFileError } from '#db/files/fileError.ts';
import { archiveFolder } from '#db/files/names.ts';
import { type ExecuteRequest, practiceDeskOf } from '#shared/contract/deskApi.ts';
import { errorText } from '#shared/contract/errorText.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { parseScenario } from '#shared/scenario/scenarioFile.ts';
import { type DeskOpeners, DeskUnavailable, LIVE_DESK, type OpenedDesk } from './desks.ts';
import { readScenarioTitles, readVersion } from './hostInfo.ts';
import { deskFile, type ProgramPlaces } from './places.ts';

const isStopped = (error: unknown): boolean => error instanceof DeskFileError && error.code === 'deskStopped';

/** A worker that ended in the middle of a call is the host's 503: the caller sends the same command again. */
const orUnavailable = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    if (isStopped(error)) throw new DeskUnavailable('the desk stopped');
    throw error;
  }
};

const asOpenedDesk = (client: DeskClient): OpenedDesk => ({
  get position() {
    return client.position;
  },
  execute: (request: ExecuteRequest) => orUnavailable(client.execute(request)),
  query: (query) => orUnavailable(client.query(query)),
  exportIncident: (request) => orUnavailable(client.exportIncident(request)),
  listDrafts: () => orUnavailable(client.listDrafts()),
  saveDraft: (key, value) => orUnavailable(client.saveDraft(key, value)),
  onChanged: (listener) => void client.onChanged(listener),
  onDeath: (listener) => void client.onDeath(listener),
  close: () => client.close(),
});

function noticeText(notice: DeskNotice): string | null {
  switch (notice.kind) {
    case 'ballastReleased':
      return 'the disk is full; the reserve was used, free some space now 磁盘已满，已动用预留空间，请立即清理';
    case 'backupFailed':
      return `the backup failed 备份失败: ${notice.reason}`;
    case 'damageFound':
      return `the check of the file found damage 数据文件检查发现损坏: ${notice.reason}`;
    case 'filesBroughtBack':
      return `${notice.copied} attached files came back from the backups 已从备份找回${notice.copied}个附件`;
    case 'filesNotBroughtBack':
      return `attached files could not be brought back 附件未能找回: ${notice.reason}`;
    case 'backedUp': {
      const { missing } = notice.files;
      return missing === 0 ? null : `${missing} attached files are in no backup 有${missing}个附件没有备份`;
    }
  }
}

type PracticePlaces = { places: ProgramPlaces; archiveFolder: string; appVersion: string };

async function openPractice(
  { places, archiveFolder: waiting, appVersion }: PracticePlaces,
  scenarioId: string,
): Promise<OpenedDesk> {
  const parsed = parseScenario(JSON.parse(readFileSync(new URL(`${scenarioId}.json`, places.scenarios), 'utf8')));
  if (!parsed.ok) throw new Error(`scenario ${scenarioId} is not whole: ${JSON.stringify(parsed.faults)}`);
  const { title, plan: planId, steps } = parsed.scenario;
  const client = await openPracticeClient({
    worker: places.worker,
    deskId: practiceDeskOf(scenarioId),
    title,
    planId,
    plans: builtinPlans,
    steps,
    appVersion,
    archiveFolder: waiting,
  });
  return asOpenedDesk(client);
}

export function deskOpeners(folder: string, places: ProgramPlaces, log: (line: string) => void): DeskOpeners {
  const appVersion = readVersion(places.packageJson);
  return {
    async live({ startEmpty }) {
      const { worker } = places;
      const path = deskFile(folder);
      const client = await openDeskClient({
        worker,
        path,
        kind: 'live',
        deskId: LIVE_DESK,
        plans: builtinPlans,
        appVersion,
        startEmpty,
      });
      client.onNotice((notice) => {
        const text = noticeText(notice);
        if (text !== null) log(text);
      });
      return asOpenedDesk(client);
    },
    rescueFiles: { ...rescueInThread(places.worker), now: Date.now },
    practice: (scenarioId) =>
      openPractice({ places, archiveFolder: archiveFolder(deskFile(folder)), appVersion }, scenarioId),
    scenarios: readScenarioTitles(places.scenarios),
  };
}

export const isFileInUse = (error: unknown): boolean => error instanceof DeskFileError && error.code === 'fileInUse';

const SYSTEM_FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is taken 端口已被占用',
  EACCES: 'no permission 没有权限',
  EPERM: 'no permission 没有权限',
  EROFS: 'the data folder is read-only 数据文件夹只读',
  ENOSPC: 'the disk is full 磁盘已满',
};

/** Why the host could not start, in words. */
export function openingFault(error: unknown): string {
  if (error instanceof DeskFileError) return `${errorText(error.toDeskError())} (${error.message})`;
  if (!(error instanceof Error)) return `could not start 无法启动: ${String(error)}`;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return `${SYSTEM_FAULTS[code] ?? 'could not start 无法启动'}: ${error.message}`;
}
