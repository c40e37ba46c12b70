/**
 * Runs the scheduler on a desk: ticks, reads boards when something changed, has calls recorded, tells screens at once and
 * whatever the desk does. Reading and recording go on beside the tick; neither holds it up, and a stage counts as recorded
 * only once the desk has said so, so nothing is lost or doubled by a desk that dies in between [ALARM-3, ALARM-8].
 */
import type { CalledAlarm, ExecuteReply } from '#shared/contract/deskApi.ts';
import type { BoardRow } from '#shared/contract/rows.ts';
import { type AlarmAbout, aboutKey, aboutOf, isAlarmStream } from '#shared/domain/alarm/about.ts';
import type { DeskErrorCode } from '#shared/domain/errors.ts';
import { type ClockReading, JUMP_MS, type WatchedClock } from './clockWatch.ts';
import type { IncidentSchedule } from './plannedCalls.ts';
import {
  createScheduler,
  type JumpAnswer,
  type Outcome,
  type Outgoing,
  type RecordedCall,
  type Schedule,
} from './scheduler.ts';
import { clueReminder, mayCall, reminderOf, warningReminder } from './stages.ts';

export const TICK_MS = 1000;
/** The board is read again at least this often, whatever it said about its next change. */
const BOARD_MAX_AGE_MS = 60_000;
/** At an instant of change the board may still be the old one: the desk's clock and the alarm clock can differ. */
const SAME_CHANGE_MS = 10_000;
/** High-water mark and anchor on disk. */
const KEEP_EVERY_MS = 15_000;
/** The desk could not write: not every second anew. */
const STORAGE_PAUSE_MS = 5000;
const STORAGE_FAULTS: readonly DeskErrorCode[] = ['diskFull', 'readOnlyFile', 'storage', 'deskStopped'];

export type AlarmBoard = Pick<
  BoardRow,
  'incidents' | 'reminders' | 'warnings' | 'clues' | 'clockJumps' | 'nextChangeAt'
>;

export type AlarmDesk = {
  board(): Promise<AlarmBoard>;
  /** Every call recorded about it, acknowledged or not, oldest first. */
  recorded(about: AlarmAbout): Promise<readonly RecordedCall[]>;
  /** As the program itself. */
  record(request: Outgoing): Promise<ExecuteReply>;
};

export type RunOptions = {
  desk: AlarmDesk;
  read: () => ClockReading;
  kept: WatchedClock | null;
  keep: (clock: WatchedClock) => void;
  /** To every screen, without the desk. */
  tell: (alarms: readonly CalledAlarm[]) => void;
  log: (line: string) => void;
};

export type RunningScheduler = {
  tick(): void;
  /** Something was committed in these streams. */
  changed(streams: readonly string[]): void;
  /** The desk runs again. */
  restarted(): void;
  standing(): readonly CalledAlarm[];
  stop(): void;
};

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function runScheduler({ desk, read, kept, keep, tell, log }: RunOptions): RunningScheduler {
  const scheduler = createScheduler(kept);
  let stale = true;
  let reading = false;
  let recording = false;
  let stopped = false;
  let nextChangeAt = Infinity;
  let readAt = -Infinity;
  let triedFor = -Infinity;
  let pausedUntil = -Infinity;
  let keptAt = -Infinity;
  let lastKept: WatchedClock | null = kept;
  let lastTrouble = '';

  function trouble(line: string): void {
    if (line !== lastTrouble) log(line); // not every second anew
    lastTrouble = line;
  }

  function look(): void {
    const { called, jump, sleptMs } = scheduler.tick(read());
    if (called.length > 0) tell(scheduler.standing());
    if (jump !== null) log(`the clock moved by ${(jump.newOffsetMs - jump.oldOffsetMs) / 1000} s 系统时钟有变动`);
    if (sleptMs > 0) {
      stale = true;
      log(`awake again after ${Math.round(sleptMs / 1000)} s`);
    }
    keepNow();
  }

  function keepNow(): void {
    const clock = scheduler.toKeep();
    if (clock === null) return;
    if (!isMarked(clock, lastKept) && clock.steady - keptAt < KEEP_EVERY_MS) return;
    keptAt = clock.steady;
    lastKept = clock;
    try {
      keep(clock);
    } catch (error) {
      trouble(`the clock could not be kept: ${textOf(error)}`);
    }
  }

  function isDue(): boolean {
    const clock = scheduler.clock();
    if (stale || clock === null) return true;
    const age = clock.steady - readAt;
    if (age >= BOARD_MAX_AGE_MS) return true;
    return clock.now >= nextChangeAt && (nextChangeAt !== triedFor || age >= SAME_CHANGE_MS);
  }

  async function readBoard(): Promise<void> {
    stale = false; // a change while it is being read makes it stale again
    triedFor = nextChangeAt;
    const board = await desk.board();
    const schedule = scheduleOf(board);
    const known = new Map(schedule.incidents.map((each) => [aboutKey(each), aboutOf(each)]));
    const recorded = new Map<string, readonly RecordedCall[]>();
    for (const key of scheduler.strangers([...known.keys()])) {
      recorded.set(key, await desk.recorded(known.get(key) ?? {}));
    }
    if (stopped) return;
    readAt = scheduler.clock()?.steady ?? 0;
    nextChangeAt = board.nextChangeAt ?? Infinity;
    scheduler.learn(schedule, recorded);
    lastTrouble = '';
    look();
  }

  async function recordAll(): Promise<void> {
    for (let next = scheduler.outgoing()[0]; next !== undefined && !stopped; next = scheduler.outgoing()[0]) {
      const outcome = outcomeOf(await desk.record(next), next);
      scheduler.settle(next.commandId, outcome);
      tell(scheduler.standing());
      keepNow();
      if (outcome.kind !== 'unknown') continue;
      pausedUntil = (scheduler.clock()?.steady ?? 0) + STORAGE_PAUSE_MS;
      return;
    }
  }

  function outcomeOf(reply: ExecuteReply, { command }: Outgoing): Outcome {
    if (reply.ok) return { kind: 'recorded', position: reply.position };
    const code = 'error' in reply ? reply.error.code : 'confirm';
    trouble(`${command.type} not recorded: ${code}`);
    return STORAGE_FAULTS.some((fault) => fault === code) ? { kind: 'unknown' } : { kind: 'refused' };
  }

  /** Whatever can be done with the desk now; what fails is tried again by a later tick. */
  function serve(): void {
    if (stopped) return;
    if (!reading && isDue()) {
      reading = true;
      readBoard()
        .catch((error: unknown) => {
          stale = true;
          trouble(`board not readable: ${textOf(error)}`);
        })
        .finally(() => {
          reading = false;
          if (scheduler.outgoing().length > 0) serve();
        });
    }
    const isPaused = (scheduler.clock()?.steady ?? 0) < pausedUntil;
    if (!recording && !isPaused && scheduler.outgoing().length > 0) {
      recording = true;
      recordAll()
        .catch((error: unknown) => trouble(`alarm not recorded yet: ${textOf(error)}`))
        .finally(() => {
          recording = false;
        });
    }
  }

  return {
    tick() {
      look();
      serve();
    },
    changed(streams) {
      // What was called is known here first.
      if (streams.length > 0 && streams.every(isAlarmStream)) return;
      stale = true;
      serve();
    },
    restarted() {
      stale = true;
      serve();
    },
    standing: () => scheduler.standing(),
    stop() {
      stopped = true;
      const clock = scheduler.clock();
      keptAt = -Infinity;
      if (clock !== null) keepNow();
    },
  };
}

/** What must not wait: a jump noticed, recorded or answered, a turn. */
export const isMarked = (clock: WatchedClock, kept: WatchedClock | null): boolean =>
  kept === null ||
  clock.doubted !== kept.doubted ||
  clock.turns !== kept.turns ||
  Math.abs(clock.seen - kept.seen) > JUMP_MS;

export const scheduleOf = (board: AlarmBoard): Schedule => ({
  incidents: [...incidentsOf(board), ...warningsOf(board), ...cluesOf(board)],
  lastJump: lastJumpOf(board),
});

/** Only what alarms look at: a board is large, and this one is held until the next. */
function incidentsOf({ incidents, reminders }: AlarmBoard): IncidentSchedule[] {
  return incidents.map(({ incidentId, title, assessment }) => ({
    incidentId,
    title,
    clocks: assessment.obligations
      .filter(mayCall)
      .map(({ key, dueAt, dueSoonAt, attentionAt, state, supervised, arisenAt }) => ({
        key,
        dueAt,
        dueSoonAt,
        attentionAt,
        state,
        supervised,
        arisenAt,
      })),
    reminders: reminders.filter((row) => row.incidentId === incidentId).map(reminderOf),
  }));
}

/** Who has not acknowledged, a review that is due, actions that are: the quieter class. */
const warningsOf = ({ warnings }: AlarmBoard): IncidentSchedule[] =>
  warnings.map(({ warningId, title, reminders }) => ({
    warningId,
    title,
    clocks: [],
    reminders: reminders.map(warningReminder),
  }));

/** All clues that wait remind together, each by its age. */
const cluesOf = ({ clues }: AlarmBoard): IncidentSchedule[] =>
  clues.length === 0 ? [] : [{ title: '', clocks: [], reminders: clues.map(clueReminder) }];

function lastJumpOf({ clockJumps }: AlarmBoard): JumpAnswer | null {
  const last = clockJumps.at(-1);
  if (last === undefined) return null;
  const { bootId, newOffsetMs, acknowledged } = last;
  return { bootId, newOffsetMs, isRight: acknowledged?.clock === 'right' };
}
