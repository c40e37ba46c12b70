/**
 * The desks this host has open: the live one, and practice replays opened on demand. Each runs in a worker thread of its
 * own; one that dies is started again and the screens are told, while its file's lock keeps everybody else out.
 */
import type { Exported } from '#db/desk/exportIncident.ts';
import {
  type Draft,
  type ExecuteReply,
  type ExecuteRequest,
  type ExportRequest,
  practiceDeskOf,
  type Query,
  type QueryReply,
} from '#shared/contract/deskApi.ts';
import type { RescueAct, RescueRow } from '#shared/contract/rescue.ts';
import type { DeskKind } from '#shared/contract/rows.ts';
import type { Push } from '#shared/contract/webRoutes.ts';
import { createRescue, type Decision, type RescueFiles } from './rescue.ts';

export const LIVE_DESK = 'main';
const RESTART_MS = [100, 500, 1000, 2000, 5000];

/** The desk cannot answer now: its worker died or it is closing. Whether the command went through is unknown. */
export class DeskUnavailable extends Error {
  override readonly name = 'DeskUnavailable';
}

/** What the host needs of a desk that is open. */
export type OpenedDesk = {
  readonly position: number;
  execute(request: ExecuteRequest): Promise<ExecuteReply>;
  query(query: Query): Promise<QueryReply>;
  exportIncident(request: ExportRequest): Promise<Exported>;
  listDrafts(): Promise<Draft[]>;
  saveDraft(key: string, value: string | null): Promise<{ savedAt: number }>;
  onChanged(listener: (changed: { position: number; streams: string[] }) => void): void;
  /** Called once if it ends without having been closed. */
  onDeath(listener: (why: string) => void): void;
  close(): Promise<void>;
};

export type HostDesk = Pick<OpenedDesk, 'execute' | 'query' | 'exportIncident' | 'listDrafts' | 'saveDraft'>;
export type DeskListing = { deskId: string; kind: DeskKind; title: string | null };

type Supervised = HostDesk & { position(): number; close(): Promise<void> };

/** What opening waits for, where a person can help; null where nobody can. */
type AskForHelp = (error: unknown) => Promise<Decision> | null;

const AS_IT_IS: Decision = { startEmpty: false };

/**
 * Keeps one desk running: opened now, and again whenever its worker dies. A first opening that fails is thrown, unless a
 * person can help: then the desk is unavailable until somebody has decided.
 */
export async function supervise(
  deskId: string,
  open: (how: Decision) => Promise<OpenedDesk>,
  push: (push: Push) => void,
  log: (line: string) => void,
  askForHelp: AskForHelp = () => null,
): Promise<Supervised> {
  let desk: OpenedDesk | null = null;
  let lastPosition = 0;
  let closing = false;

  async function start(how: Decision): Promise<void> {
    const opened = await open(how);
    if (closing) return opened.close();
    desk = opened;
    opened.onChanged(({ position, streams }) => {
      lastPosition = position;
      push({ type: 'changed', desk: deskId, position, streams });
    });
    opened.onDeath((why) => {
      desk = null;
      log(`desk ${deskId} stopped: ${why}`);
      push({ type: 'desk', desk: deskId, running: false });
      void restart(0, AS_IT_IS);
    });
    lastPosition = opened.position;
  }

  /** False where nobody can help. */
  function waitForHelp(error: unknown): boolean {
    const decision = askForHelp(error);
    void decision?.then((how) => restart(0, how));
    return decision !== null;
  }

  async function restart(attempt: number, how: Decision): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, RESTART_MS[Math.min(attempt, RESTART_MS.length - 1)]));
    if (closing) return;
    try {
      await start(how);
      log(`desk ${deskId} runs again`);
      push({ type: 'desk', desk: deskId, running: true });
      push({ type: 'changed', desk: deskId, position: lastPosition, streams: [] });
    } catch (error) {
      log(`desk ${deskId} could not be started again: ${error instanceof Error ? error.message : String(error)}`);
      if (!waitForHelp(error)) void restart(attempt + 1, how);
    }
  }

  const running = (): OpenedDesk => {
    if (desk === null || closing) throw new DeskUnavailable(`desk ${deskId} is not running`);
    return desk;
  };

  try {
    await start(AS_IT_IS);
  } catch (error) {
    if (!waitForHelp(error)) throw error;
  }
  return {
    execute: async (request) => running().execute(request),
    query: async (query) => running().query(query),
    exportIncident: async (request) => running().exportIncident(request),
    listDrafts: async () => running().listDrafts(),
    saveDraft: async (key, value) => running().saveDraft(key, value),
    position: () => lastPosition,
    async close() {
      closing = true;
      await desk?.close();
    },
  };
}

export type Desks = {
  find(deskId: string): HostDesk | null;
  list(): DeskListing[];
  positions(): Record<string, number>;
  /** The practice desk of a shipped scenario, opened where it is not yet; null for an unknown one. */
  openPractice(scenarioId: string): Promise<string | null>;
  /** Why the live desk is not open, where that waits for a person. */
  rescue(): RescueRow | null;
  /** False where it was not the moment for it. */
  decideRescue(act: Exclude<RescueAct, 'showFolder'>): Promise<boolean>;
  close(): Promise<void>;
};

export type DeskOpeners = {
  live(how: Decision): Promise<OpenedDesk>;
  rescueFiles: RescueFiles;
  practice(scenarioId: string): Promise<OpenedDesk>;
  /** Titles of the shipped scenarios by id. */
  scenarios: ReadonlyMap<string, string>;
};

export async function openDesks(
  openers: DeskOpeners,
  push: (push: Push) => void,
  log: (line: string) => void,
): Promise<Desks> {
  type Entry = DeskListing & { desk: Supervised };
  const open = new Map<string, Entry>();
  const opening = new Map<string, Promise<void>>();
  const rescue = createRescue(openers.rescueFiles, log);
  const openLive = (how: Decision) => rescue.watch(openers.live(how));
  const live = await supervise(LIVE_DESK, openLive, push, log, (error) => rescue.ask(error));
  open.set(LIVE_DESK, { deskId: LIVE_DESK, kind: 'live', title: null, desk: live });

  async function openOnce(deskId: string, scenarioId: string, title: string): Promise<void> {
    const desk = await supervise(deskId, () => openers.practice(scenarioId), push, log);
    open.set(deskId, { deskId, kind: 'practice', title, desk });
    // Pages that stood at it before it was open find it now.
    push({ type: 'changed', desk: deskId, position: desk.position(), streams: [] });
  }

  return {
    find: (deskId) => open.get(deskId)?.desk ?? null,
    list: () => Array.from(open.values(), ({ deskId, kind, title }) => ({ deskId, kind, title })),
    positions: () => Object.fromEntries(Array.from(open, ([deskId, { desk }]) => [deskId, desk.position()])),
    async openPractice(scenarioId) {
      const title = openers.scenarios.get(scenarioId);
      if (title === undefined) return null;
      const deskId = practiceDeskOf(scenarioId);
      if (open.has(deskId)) return deskId;
      const started = opening.get(deskId) ?? openOnce(deskId, scenarioId, title).finally(() => opening.delete(deskId));
      opening.set(deskId, started);
      await started;
      return deskId;
    },
    rescue: () => rescue.row(),
    decideRescue: (act) => rescue.decide(act),
    async close() {
      await Promise.all(Array.from(open.values(), ({ desk }) => desk.close()));
    },
  };
}
