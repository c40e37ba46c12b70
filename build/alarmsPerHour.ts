/**
 * A recorded night under the alarm scheduler, second by second: what it calls and when. Nobody acknowledges, nobody is
 * quicker than the night was, so this is as loud as it gets.
 */
import { createDesk } from '#db/desk/createDesk.ts';
import { scheduleOf } from '#electron/alarms/runScheduler.ts';
import { createScheduler, type RecordedCall } from '#electron/alarms/scheduler.ts';
import type { CalledAlarm, ExecuteRequest } from '#shared/contract/deskApi.ts';
import { createPlayer } from '#shared/scenario/play.ts';
import type { Scenario } from '#shared/scenario/scenarioFile.ts';

export type NightCall = CalledAlarm & { joined: boolean; hasNewObligation: boolean };

export function callsOfNight(scenario: Scenario, rawPlan: unknown, planId: string): NightCall[] {
  let now = scenario.steps[0]?.at ?? 0;
  const desk = createDesk({
    path: ':memory:',
    kind: 'practice',
    plans: [rawPlan],
    clock: { now: () => now, monotonic: () => now, bootId: 'night' },
  });
  const play = createPlayer(
    {
      deskId: desk.deskId,
      execute: (request: object) => desk.execute(request as ExecuteRequest),
      setClock: (at: number) => {
        now = at;
      },
    },
    planId,
  );
  const scheduler = createScheduler(null);
  const calls: NightCall[] = [];
  let nextChangeAt = 0;
  let schedule: ReturnType<typeof scheduleOf> = { incidents: [], lastJump: null };

  function learn(): void {
    const reply = desk.query({ type: 'getBoard' });
    if (!reply.ok) throw new Error(reply.error.code);
    schedule = scheduleOf(reply.result);
    scheduler.learn(schedule, new Map<string, RecordedCall[]>());
    nextChangeAt = reply.result.nextChangeAt ?? Number.POSITIVE_INFINITY;
  }
  function tick(): void {
    if (now >= nextChangeAt) learn();
    for (const call of scheduler.tick({ wall: now, steady: now, bootId: 'night' }).called) {
      const alarm = calls.findLast(
        ({ incidentId, kind, joined }) => incidentId === call.incidentId && kind === 'alarm' && !joined,
      );
      const joined = calls.some(({ alarmId }) => alarmId === call.alarmId);
      const clocks = schedule.incidents.find(({ incidentId }) => incidentId === call.incidentId)?.clocks ?? [];
      const hasNewObligation = clocks.some(
        ({ key, arisenAt }) => arisenAt > (alarm?.calledAt ?? 0) && call.stages.some((stage) => stage.key === key),
      );
      calls.push({ ...call, joined, hasNewObligation });
    }
    for (const { commandId } of scheduler.outgoing()) scheduler.settle(commandId, { kind: 'recorded', position: 0 });
  }
  try {
    for (const step of scenario.steps) {
      while (now + 1000 <= step.at) {
        now += 1000;
        tick();
      }
      now = step.at;
      if (step.kind === 'board') continue;
      play(step);
      learn();
      tick();
    }
    return calls;
  } finally {
    desk.close();
  }
}

export type HourCount = { hour: number; alarms: number; joined: number; reminders: number };

/** Hours from the first call of the night on. */
export function perHour(calls: readonly NightCall[], from: number): HourCount[] {
  const hours = Map.groupBy(calls, ({ calledAt }) => Math.floor((calledAt - from) / 3_600_000));
  const last = Math.max(0, ...hours.keys());
  return Array.from({ length: last + 1 }, (_, hour) => {
    const own = hours.get(hour) ?? [];
    const count = (fits: (call: NightCall) => boolean): number => own.filter(fits).length;
    return {
      hour,
      alarms: count(({ kind, joined }) => kind === 'alarm' && !joined),
      joined: count(({ kind, joined }) => kind === 'alarm' && joined),
      reminders: count(({ kind }) => kind === 'reminder'),
    };
  });
}
