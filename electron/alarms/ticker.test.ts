import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExecuteReply } from '#shared/contract/deskApi.ts';
import type { AlarmStage } from '#shared/domain/alarm/alarm.ts';
import { stageKey } from '#shared/domain/alarm/alarm.ts';
import { type Clock, REPEAT_MS, stagesReached } from './plannedAlarms.ts';
import { type AlarmDesk, createAlarmTicker, type RaiseRequest, type RecordedAlarm } from './ticker.ts';

const MINUTE = 60_000;
const START = Date.parse('2013-11-22T02:12:00+08:00');
const quiet = () => undefined;

type Failure = 'before' | 'after' | null;

/** A desk's log of alarms: idempotent by command id, and able to die before or after a commit. */
function modelDesk(clocks: () => Clock[], now: () => number) {
  const log: (RecordedAlarm & { incidentId: string; commandId: string })[] = [];
  const failures: Failure[] = [];
  let boards = 0;
  const raise = async ({ commandId, command }: RaiseRequest): Promise<ExecuteReply> => {
    const failure = failures.shift() ?? null;
    if (failure === 'before') throw new Error('worker died');
    if (command.type !== 'RaiseAlarm') throw new Error('not an alarm');
    const stages: AlarmStage[] = command.stages;
    const isKnown = log.some((entry) => entry.commandId === commandId);
    if (!isKnown) log.push({ incidentId: command.incidentId, commandId, raisedAt: now(), stages });
    if (failure === 'after') throw new Error('worker died');
    return { ok: true, entryIds: [], position: log.length };
  };
  const desk: AlarmDesk = {
    board: async () => {
      boards++;
      const incidents = [{ incidentId: 'i1', assessment: { obligations: clocks() } }];
      return { incidents, nextChangeAt: null } as unknown as Awaited<ReturnType<AlarmDesk['board']>>;
    },
    recorded: async (incidentId) => log.filter((entry) => entry.incidentId === incidentId),
    raise,
  };
  return { desk, log, failures, boards: () => boards };
}

const clock = (key: string, dueAt: number): Clock => ({
  key,
  dueAt,
  dueSoonAt: dueAt - 10 * MINUTE,
  attentionAt: [],
  state: 'pending',
  supervised: false,
});

describe('the tick', () => {
  test('at start the overdue call at once', async () => {
    const model = modelDesk(
      () => [clock('late', START - 60 * MINUTE)],
      () => START,
    );
    await createAlarmTicker(model.desk, () => START, quiet).tick();
    expect(model.log.map(({ stages }) => stages.map(({ stage }) => stage))).toEqual([['due', 'repeat-12']]);
  });

  test('[ALARM-3] a crash after the commit and before the answer does not double the alarm', async () => {
    const model = modelDesk(
      () => [clock('late', START)],
      () => START,
    );
    model.failures.push('after');
    await createAlarmTicker(model.desk, () => START, quiet).tick();
    await createAlarmTicker(model.desk, () => START, quiet).tick();
    expect(model.log).toHaveLength(1);
  });

  test('a crash before the commit loses nothing: the next tick raises it', async () => {
    const model = modelDesk(
      () => [clock('late', START)],
      () => START,
    );
    model.failures.push('before');
    const ticker = createAlarmTicker(model.desk, () => START, quiet);
    await ticker.tick();
    expect(model.log).toHaveLength(0);
    await ticker.tick();
    expect(model.log).toHaveLength(1);
  });

  test('two ticks at once raise one alarm', async () => {
    const model = modelDesk(
      () => [clock('late', START)],
      () => START,
    );
    const ticker = createAlarmTicker(model.desk, () => START, quiet);
    await Promise.all([ticker.tick(), ticker.tick()]);
    expect([model.log.length, model.boards()]).toEqual([1, 1]);
  });

  test('the board is read when something changed, not every second', async () => {
    let now = START;
    const model = modelDesk(
      () => [],
      () => now,
    );
    const ticker = createAlarmTicker(model.desk, () => now, quiet);
    for (let second = 0; second < 30; second++) {
      now += 1000;
      await ticker.tick();
    }
    expect(model.boards()).toBe(1);
    ticker.changed();
    await ticker.tick();
    expect(model.boards()).toBe(2);
  });
});

/** One thing that happens on a night: time passes, a clock arises, is met or is moved, the host restarts or fails. */
const happening = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 200, max: 90_000 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('sleep' as const), ms: fc.integer({ min: 0, max: 3 * 60 * MINUTE }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('arise' as const),
      dueIn: fc.integer({ min: -90 * MINUTE, max: 60 * MINUTE }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('meet' as const), which: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      which: fc.nat(),
      by: fc.integer({ min: -30 * MINUTE, max: 30 * MINUTE }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('fail' as const), when: fc.constantFrom<Failure>('before', 'after') }),
  },
);

function changeOne(clocks: Clock[], which: number, change: (clock: Clock) => Clock): Clock[] {
  return clocks.map((one, index) => (index === which % clocks.length ? change(one) : one));
}

test('[ALARM-1..3] over any night of waits, sleeps, restarts and crashes no stage is missed and none doubled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 120 }), async (night) => {
      let now = START;
      let clocks: Clock[] = [];
      const model = modelDesk(
        () => clocks,
        () => now,
      );
      let ticker = createAlarmTicker(model.desk, () => now, quiet);

      for (const [index, what] of night.entries()) {
        if (what.kind === 'wait' || what.kind === 'sleep') now += what.ms;
        if (what.kind === 'arise') clocks = [...clocks, clock(`k${index}`, now + what.dueIn)];
        if (what.kind === 'meet')
          clocks = changeOne(clocks, what.which, (one) => ({ ...one, state: 'fulfilledOnTime' }));
        if (what.kind === 'move')
          clocks = changeOne(clocks, what.which, (one) => clock(one.key, (one.dueAt ?? 0) + what.by));
        if (what.kind === 'restart') ticker = createAlarmTicker(model.desk, () => now, quiet);
        if (what.kind === 'fail') model.failures.push(what.when);
        ticker.changed();
        const willFail = model.failures.length > 0;
        await ticker.tick();
        if (willFail) continue; // the next tick makes up for it

        const raised = new Set(model.log.flatMap((entry) => entry.stages.map(stageKey)));
        const reached = clocks.flatMap((one) => stagesReached(one, now));
        const missed = reached.filter((stage) => !raised.has(stageKey(stage)));
        const last = model.log.at(-1)?.raisedAt ?? -Infinity;
        // Only a repeat may wait, and only within five minutes of the incident's last alarm.
        expect(missed.every(({ stage }) => stage.startsWith('repeat-') && now - last < REPEAT_MS)).toBe(true);
      }

      const all = model.log.flatMap((entry) => entry.stages.map(stageKey));
      expect(new Set(all).size).toBe(all.length);
      for (const [index, entry] of model.log.entries()) {
        const previous = model.log[index - 1];
        const onlyRepeats = entry.stages.every(({ stage }) => stage.startsWith('repeat-'));
        if (previous !== undefined && onlyRepeats)
          expect(entry.raisedAt - previous.raisedAt).toBeGreaterThanOrEqual(REPEAT_MS);
      }
    }),
    { numRuns: 300 },
  );
});
