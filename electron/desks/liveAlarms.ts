/** Puts the alarm tick on the live desk. Practice desks are silent: their night is over. */
import { createAlarmTicker, type RecordedAlarm, TICK_MS } from '#electron/alarms/ticker.ts';
import type { LogRow } from '#shared/contract/rows.ts';
import type { Push } from '#shared/contract/webRoutes.ts';
import type { AlarmEventPayload } from '#shared/domain/alarm/events.ts';
import { SYSTEM_ACTOR } from '#shared/domain/recorded.ts';
import { type HostDesk, LIVE_DESK } from './desks.ts';

const PAGE = 500;

/** Pages back through an incident's entries for the alarms recorded in it. */
async function recordedAlarms(desk: HostDesk, incidentId: string): Promise<RecordedAlarm[]> {
  const alarms: RecordedAlarm[] = [];
  let before: number | undefined;
  for (;;) {
    const reply = await desk.query({
      type: 'listLog',
      incidentId,
      limit: PAGE,
      ...(before === undefined ? {} : { before }),
    });
    if (!reply.ok) throw new Error(`log not readable: ${reply.error.code}`);
    const rows = reply.result as LogRow[];
    for (const row of rows) {
      if (row.type !== 'AlarmRaised') continue;
      alarms.push({ raisedAt: row.recordedAt, stages: (row.payload as AlarmEventPayload<'AlarmRaised'>).stages });
    }
    if (rows.length < PAGE) return alarms;
    before = Math.min(...rows.map(({ position }) => position));
  }
}

export type LiveAlarms = { hear(push: Push): void; stop(): void };

export function startLiveAlarms(desk: HostDesk, clock: () => number, log: (line: string) => void): LiveAlarms {
  const ticker = createAlarmTicker(
    {
      async board() {
        const reply = await desk.query({ type: 'getBoard' });
        if (!reply.ok) throw new Error(`board not readable: ${reply.error.code}`);
        return reply.result as Awaited<ReturnType<Parameters<typeof createAlarmTicker>[0]['board']>>;
      },
      recorded: (incidentId) => recordedAlarms(desk, incidentId),
      raise: (request) => desk.execute({ ...request, desk: LIVE_DESK, officerId: SYSTEM_ACTOR.officerId }),
    },
    clock,
    log,
  );
  const ticking = setInterval(() => void ticker.tick(), TICK_MS);
  void ticker.tick();
  return {
    hear(push) {
      if (!('desk' in push) || push.desk !== LIVE_DESK) return;
      if (push.type === 'changed') ticker.changed();
      else if (push.running) ticker.forget();
    },
    stop: () => clearInterval(ticking),
  };
}
