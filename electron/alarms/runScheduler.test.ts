import { describe, expect, test } from 'vitest';
import type { CalledAlarm, ExecuteReply } from '#shared/contract/deskApi.ts';
import type { WatchedClock } from './clockWatch.ts';
import { type AlarmBoard, runScheduler } from './runScheduler.ts';
import type { Outgoing } from './scheduler.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 1, 13, 4);
const settled = () => new Promise((resolve) => setTimeout(resolve));

type Answer = (request: Outgoing) => Promise<ExecuteReply>;
const recorded: Answer = async () => ({ ok: true, entryIds: [], position: 7 });

function running() {
  const time = { wall: NOON, steady: 0, bootId: 'b' };
  const sent: Outgoing[] = [];
  const told: (readonly CalledAlarm[])[] = [];
  const lines: string[] = [];
  const kept: WatchedClock[] = [];
  let boards = 0;
  let answer = recorded;
  let read = async (): Promise<AlarmBoard> => board;
  const clock = {
    key: 'i1/R2/city',
    dueAt: NOON + 10 * MINUTE,
    dueSoonAt: NOON + MINUTE,
    attentionAt: [],
    state: 'pending',
    supervised: false,
    arisenAt: NOON,
  };
  const board = {
    incidents: [
      {
        incidentId: 'i1',
        title: '泄漏',
        assessment: { obligations: [clock, { ...clock, key: 'met', state: 'fulfilled' }] },
      },
    ],
    reminders: [],
    warnings: [],
    clues: [],
    clockJumps: [],
    nextChangeAt: null,
  } as unknown as AlarmBoard;
  const scheduler = runScheduler({
    desk: {
      async board() {
        boards += 1;
        return read();
      },
      recorded: async () => [],
      record(request) {
        sent.push(request);
        return answer(request);
      },
    },
    read: () => ({ ...time }),
    kept: null,
    keep: (each) => kept.push(each),
    tell: (alarms) => told.push(alarms),
    log: (line) => lines.push(line),
  });
  return {
    scheduler,
    sent,
    told,
    lines,
    kept,
    boards: () => boards,
    answering: (next: Answer) => (answer = next),
    reading: (next: () => Promise<AlarmBoard>) => (read = next),
    set: (change: Partial<typeof time>) => Object.assign(time, change),
    async pass(ms: number) {
      time.wall += ms;
      time.steady += ms;
      scheduler.tick();
      await settled();
    },
  };
}

describe('running the scheduler', () => {
  test('[ALARM-8] a desk that does not answer delays no call, and has it once it does', async () => {
    const host = running();
    await host.pass(0);
    const { promise, resolve } = Promise.withResolvers<ExecuteReply>();
    host.answering(() => promise);
    host.reading(() => new Promise(() => {}));
    await host.pass(MINUTE);
    host.scheduler.changed(['incident/i1']);
    await host.pass(9 * MINUTE);
    expect(host.told.at(-1)).toMatchObject([
      { stages: [{ stage: 'dueSoon' }], position: null },
      { stages: [{ stage: 'due' }], position: null },
    ]);
    expect(host.sent).toHaveLength(1);
    host.answering(recorded);
    resolve({ ok: true, entryIds: [], position: 6 });
    await settled();
    expect(host.sent.map(({ command }) => 'stages' in command && command.stages[0]?.stage)).toEqual(['dueSoon', 'due']);
    expect(host.told.at(-1)?.map(({ position }) => position)).toEqual([6, 7]);
  });

  test('[ALARM-3] what a desk that died may have recorded is sent again, to the byte', async () => {
    const host = running();
    await host.pass(0);
    host.answering(async () => {
      throw new Error('the worker died');
    });
    await host.pass(MINUTE);
    host.answering(recorded);
    await host.pass(1000);
    await host.pass(1000);
    expect(host.sent.length).toBeGreaterThan(1);
    for (const again of host.sent) expect(again).toEqual(host.sent[0]);
    const { length } = host.sent;
    await host.pass(1000);
    expect(host.sent).toHaveLength(length);
    expect(host.told.at(-1)).toMatchObject([{ position: 7 }]);
  });

  test('a full disk is tried again after five seconds; what is refused for good is not', async () => {
    const host = running();
    await host.pass(0);
    host.answering(async () => ({ ok: false, error: { code: 'diskFull', params: {} } }));
    await host.pass(MINUTE);
    await host.pass(4000);
    expect(host.sent).toHaveLength(1);
    host.answering(async () => ({ ok: false, error: { code: 'unknownIncident', params: {} } }));
    await host.pass(2000);
    await host.pass(10_000);
    expect(host.sent).toHaveLength(2);
    expect(host.told.at(-1)).toEqual([]);
    expect(host.lines.filter((line) => line.includes('not recorded'))).toEqual([
      'RaiseAlarm not recorded: diskFull',
      'RaiseAlarm not recorded: unknownIncident',
    ]);
  });

  test('the board is read on a change, once a minute, and after sleep; what the scheduler itself recorded is no change', async () => {
    const host = running();
    await host.pass(0);
    for (let n = 0; n < 20; n += 1) await host.pass(1000);
    expect(host.boards()).toBe(1);
    host.scheduler.changed(['alarm/i1']);
    await settled();
    expect(host.boards()).toBe(1);
    host.scheduler.changed(['incident/i1']);
    await settled();
    expect(host.boards()).toBe(2);
    await host.pass(3001);
    expect(host.boards()).toBe(3);
    for (let n = 0; n < 60; n += 1) await host.pass(1000);
    expect(host.boards()).toBe(4);
    host.scheduler.restarted();
    await settled();
    expect(host.boards()).toBe(5);
  });

  test('[ALARM-6] a jump is recorded, and kept on disk as noticed only once it is', async () => {
    const host = running();
    await host.pass(0);
    const { promise, resolve } = Promise.withResolvers<ExecuteReply>();
    host.answering(() => promise);
    host.set({ wall: NOON - 7_200_000 });
    await host.pass(1000);
    expect(host.sent[0]?.command).toMatchObject({ type: 'RecordClockJump', oldOffsetMs: NOON });
    expect(host.kept.at(-1)).toMatchObject({ seen: NOON, doubted: NOON - 7_200_000, now: NOON + 1000 });
    resolve({ ok: true, entryIds: [], position: 1 });
    await settled();
    expect(host.kept.at(-1)?.seen).toBe(NOON - 7_200_000);
  });

  test('stopped it keeps the clock and asks the desk nothing more', async () => {
    const host = running();
    await host.pass(0);
    const before = host.kept.length;
    host.scheduler.stop();
    expect(host.kept).toHaveLength(before + 1);
    host.scheduler.changed(['desk']);
    await settled();
    expect(host.boards()).toBe(1);
  });
});
