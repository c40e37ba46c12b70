/** Keeps what the shell shows of the live desk: read again on every change and at every instant something changes by itself. */
import type { AlarmRow, BoardRow } from '#shared/contract/rows.ts';
import { type CalledAlarm, withCalled } from '#shared/domain/alarm/called.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { type RunningClock, runningClocks } from './runningClocks.ts';

export type DeskStatus = {
  incidents: { incidentId: string; title: string }[];
  clocks: RunningClock[];
  /** Not acknowledged yet. */
  alarms: AlarmRow[];
  plan: PlanPackage | null;
};
export const NO_STATUS: DeskStatus = { incidents: [], clocks: [], alarms: [], plan: null };

export type WatchDeps = {
  board: () => Promise<BoardRow>;
  /** null until the desk is set up. */
  plan: () => Promise<PlanPackage | null>;
  clock: () => number;
  onStatus: (status: DeskStatus) => void;
  log: (line: string) => void;
};

export type BoardWatch = {
  changed(): void;
  /** The alarm scheduler called: shown at once, whatever the desk does. */
  called(alarms: readonly CalledAlarm[]): void;
  tick(): Promise<void>;
};

const MAX_AGE_MS = 60_000;

export function createBoardWatch({ board, plan, clock, onStatus, log }: WatchDeps): BoardWatch {
  let stale = true;
  let readAt = 0;
  let nextChangeAt = Infinity;
  let busy = false;
  let lastTrouble = '';
  let knownPlan: PlanPackage | null = null;
  let last: { row: BoardRow; clocks: RunningClock[] } | null = null;
  let called: readonly CalledAlarm[] = [];

  function show(): void {
    const { row, clocks } = last ?? { row: null, clocks: [] };
    onStatus({
      incidents: row?.incidents.map(({ incidentId, title }) => ({ incidentId, title })) ?? [],
      clocks,
      alarms: withCalled(row?.alarms ?? [], called, row?.latest[0]?.position ?? 0),
      plan: knownPlan,
    });
  }

  async function read(now: number): Promise<void> {
    stale = false; // a change while it is being read makes it stale again
    readAt = now;
    const row = await board();
    nextChangeAt = row.nextChangeAt ?? Infinity;
    knownPlan ??= await plan();
    lastTrouble = '';
    last = { row, clocks: runningClocks(row.incidents, now) };
    show();
  }

  return {
    called(alarms) {
      called = alarms;
      show();
    },
    changed() {
      stale = true;
    },
    async tick() {
      const now = clock();
      const isOld = now < readAt || now - readAt >= MAX_AGE_MS || now >= nextChangeAt;
      if (busy || !(stale || isOld)) return;
      busy = true;
      try {
        await read(now);
      } catch (error) {
        stale = true;
        const trouble = `board not readable: ${error instanceof Error ? error.message : String(error)}`;
        if (trouble !== lastTrouble) log(trouble);
        lastTrouble = trouble;
      } finally {
        busy = false;
      }
    },
  };
}
