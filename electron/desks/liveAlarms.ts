/** Puts the alarm scheduler on the live desk. Practice desks are silent: their night is over. */
import { keepClock, readKeptClock } from '#electron/alarms/keptClock.ts';
import { machineClock } from '#electron/alarms/machineClock.ts';
import { type AlarmBoard, runScheduler, TICK_MS } from '#electron/alarms/runScheduler.ts';
import type { RecordedCall } from '#electron/alarms/scheduler.ts';
import type { LogRow } from '#shared/contract/rows.ts';
import type { Push } from '#shared/contract/webRoutes.ts';
import { type AlarmAbout, alarmStreamOf } from '#shared/domain/alarm/about.ts';
import type { AlarmEventPayload } from '#shared/domain/alarm/events.ts';
import { SYSTEM_ACTOR } from '#shared/domain/recorded.ts';
import { type HostDesk, LIVE_DESK } from './desks.ts';

const PAGE = 500;

function recordedCall({ type, payload, recordedAt }: LogRow): RecordedCall | null {
  if (type === 'AlarmRaised') {
    const { alarmId, kind, calledAt, stages } = payload as AlarmEventPayload<'AlarmRaised'>;
    return { kind, alarmId, calledAt: calledAt ?? recordedAt, joined: false, stages };
  }
  if (type !== 'AlarmJoined') return null;
  const { alarmId, calledAt, stages } = payload as AlarmEventPayload<'AlarmJoined'>;
  return { kind: 'alarm', alarmId, calledAt: calledAt ?? recordedAt, joined: true, stages };
}

/** Pages back through the alarms about it for the calls recorded; oldest first. */
async function recordedCalls(desk: HostDesk, about: AlarmAbout): Promise<RecordedCall[]> {
  const calls: RecordedCall[] = [];
  let before: number | undefined;
  for (;;) {
    const reply = await desk.query({
      type: 'listLog',
      stream: alarmStreamOf(about),
      limit: PAGE,
      ...(before === undefined ? {} : { before }),
    });
    if (!reply.ok) throw new Error(`log not readable: ${reply.error.code}`);
    const rows = reply.result as LogRow[];
    calls.push(...rows.map(recordedCall).filter((call) => call !== null));
    if (rows.length < PAGE) return calls.reverse();
    before = Math.min(...rows.map(({ position }) => position));
  }
}

export type LiveAlarms = {
  hear(push: Push): void;
  /** What stands, for a screen that has just come. */
  standing(): Push;
  /** Since the tick last came to its end, by a clock that nobody sets; null: never. */
  tickMsAgo(): number | null;
  stop(): void;
};

export type LiveAlarmsOptions = {
  desk: HostDesk;
  /** The data folder, where the clock is kept. */
  folder: string;
  push: (push: Push) => void;
  log: (line: string) => void;
};

export function startLiveAlarms({ desk, folder, push, log }: LiveAlarmsOptions): LiveAlarms {
  const scheduler = runScheduler({
    desk: {
      async board() {
        const reply = await desk.query({ type: 'getBoard' });
        if (!reply.ok) throw new Error(`board not readable: ${reply.error.code}`);
        return reply.result as AlarmBoard;
      },
      recorded: (about) => recordedCalls(desk, about),
      record: (request) => desk.execute({ ...request, desk: LIVE_DESK, officerId: SYSTEM_ACTOR.officerId }),
    },
    read: machineClock(),
    kept: readKeptClock(folder),
    keep: (clock) => keepClock(folder, clock),
    tell: (alarms) => push({ type: 'alarms', desk: LIVE_DESK, alarms: [...alarms] }),
    log,
  });
  let endedAt: number | null = null;
  function tick(): void {
    scheduler.tick();
    endedAt = performance.now();
  }
  const ticking = setInterval(tick, TICK_MS);
  tick();
  return {
    hear(heard) {
      if (!('desk' in heard) || heard.desk !== LIVE_DESK) return;
      if (heard.type === 'changed') scheduler.changed(heard.streams);
      else if (heard.type === 'desk' && heard.running) scheduler.restarted();
    },
    standing: () => ({ type: 'alarms', desk: LIVE_DESK, alarms: [...scheduler.standing()] }),
    stop() {
      clearInterval(ticking);
      scheduler.stop();
    },
    tickMsAgo: () => (endedAt === null ? null : performance.now() - endedAt),
  };
}
