/**
 * The host's one-second tick. It stands outside the desk's worker, keeps the last board it read, and has the desk record
 * each alarm as an entry; a stage counts as raised only once that entry is committed. Command and alarm are named by
 * what they hold, so neither a crash between commit and answer nor a second tick doubles one [ALARM-3].
 */
import { createHash } from 'node:crypto';
import type { ExecuteReply, ExecuteRequest } from '#shared/contract/deskApi.ts';
import type { BoardRow } from '#shared/contract/rows.ts';
import { type AlarmStage, stageKey } from '#shared/domain/alarm/alarm.ts';
import { NOTHING_RAISED, type PlannedAlarm, plannedAlarms, type Raised } from './plannedAlarms.ts';

export const TICK_MS = 1000;
/** The board is read again at least this often, whatever it said about its next change. */
const BOARD_MAX_AGE_MS = 60_000;

export type RecordedAlarm = { raisedAt: number; stages: readonly AlarmStage[] };
export type RaiseRequest = Omit<ExecuteRequest, 'desk' | 'officerId'>;

export type AlarmDesk = {
  board(): Promise<Pick<BoardRow, 'incidents' | 'nextChangeAt'>>;
  /** Every alarm recorded for the incident, acknowledged or not. */
  recorded(incidentId: string): Promise<readonly RecordedAlarm[]>;
  /** As the program itself. */
  raise(request: RaiseRequest): Promise<ExecuteReply>;
};

export type AlarmTicker = {
  tick(): Promise<void>;
  /** Something was committed: read the board again. */
  changed(): void;
  /** The desk was opened anew: read again what was raised. */
  forget(): void;
};

/** The same stages are the same command, to the byte. */
export function raiseRequest({ incidentId, stages: planned }: PlannedAlarm): RaiseRequest {
  const stages = planned.toSorted((a, b) => (stageKey(a) < stageKey(b) ? -1 : 1));
  const name = createHash('sha256')
    .update([incidentId, ...stages.map(stageKey)].join('\n'))
    .digest('hex')
    .slice(0, 32);
  return { commandId: `alarm-${name}`, command: { type: 'RaiseAlarm', incidentId, alarmId: `alarm-${name}`, stages } };
}

export function createAlarmTicker(desk: AlarmDesk, clock: () => number, log: (line: string) => void): AlarmTicker {
  const raised = new Map<string, Raised>();
  let board: Awaited<ReturnType<AlarmDesk['board']>> | null = null;
  let readAt = 0;
  let stale = true;
  let busy = false;
  let lastTrouble = '';

  function trouble(line: string): void {
    if (line !== lastTrouble) log(line); // not every second anew
    lastTrouble = line;
  }

  async function readBoard(now: number): Promise<NonNullable<typeof board>> {
    const isOld = now < readAt || now - readAt >= BOARD_MAX_AGE_MS || now >= (board?.nextChangeAt ?? Infinity);
    if (board !== null && !stale && !isOld) return board;
    stale = false; // a change while it is being read makes it stale again
    const fresh = await desk.board();
    board = fresh;
    readAt = now;
    for (const { incidentId } of fresh.incidents) {
      if (!raised.has(incidentId)) raised.set(incidentId, raisedBy(await desk.recorded(incidentId)));
    }
    return fresh;
  }

  async function raise(planned: PlannedAlarm, now: number): Promise<void> {
    const { incidentId, stages } = planned;
    const before = raised.get(incidentId) ?? NOTHING_RAISED;
    // Until the answer is there, nobody knows what is recorded; if it never comes, the next tick reads it again.
    raised.delete(incidentId);
    stale = true;
    const reply = await desk.raise(raiseRequest(planned));
    if (reply.ok) {
      raised.set(incidentId, { lastAt: now, stages: new Set([...before.stages, ...stages.map(stageKey)]) });
      lastTrouble = '';
      return;
    }
    // The incident was closed, or the stage recorded, since the board was read.
    trouble(`alarm not recorded: ${'error' in reply ? reply.error.code : 'confirm'}`);
  }

  async function step(now: number): Promise<void> {
    const { incidents } = await readBoard(now);
    const clocks = incidents.map(({ incidentId, assessment }) => ({ incidentId, clocks: assessment.obligations }));
    const plan = plannedAlarms(clocks, (incidentId) => raised.get(incidentId) ?? NOTHING_RAISED, now);
    for (const alarm of plan) await raise(alarm, now);
  }

  return {
    async tick() {
      if (busy) return;
      busy = true;
      try {
        await step(clock());
      } catch (error) {
        stale = true;
        trouble(`alarm tick failed: ${error instanceof Error ? error.message : String(error)}`);
      } finally {
        busy = false;
      }
    },
    changed() {
      stale = true;
    },
    forget() {
      stale = true;
      raised.clear();
    },
  };
}

function raisedBy(alarms: readonly RecordedAlarm[]): Raised {
  return {
    lastAt: alarms.length === 0 ? null : Math.max(...alarms.map((alarm) => alarm.raisedAt)),
    stages: new Set(alarms.flatMap((alarm) => alarm.stages.map(stageKey))),
  };
}
