import { describe, expect, test } from 'vitest';
import { type ClockReading, firstLook, look, trust, turnOf, type WatchedClock } from './clockWatch.ts';

const NOON = Date.UTC(2026, 1, 13, 4);
const HOUR = 3_600_000;
const at = (wall: number, steady: number, bootId = 'b1'): ClockReading => ({ wall, steady, bootId });
const started = firstLook(null, at(NOON, 1000)).clock;

/** Ticks second by second, the wall clock `slower` ms a tick behind the steady one. */
function ticked(clock: WatchedClock, seconds: number, slower = 0): { clock: WatchedClock; jumps: number } {
  let jumps = 0;
  let now = clock;
  for (let n = 1; n <= seconds; n += 1) {
    const steady = now.steady + 1000;
    const seen = look(now, at(steady + started.trusted - n * slower, steady));
    now = seen.clock;
    if (seen.jump !== null) jumps += 1;
  }
  return { clock: now, jumps };
}

describe('the wall clock against the one nobody sets [ALARM-6]', () => {
  test.each([
    ['forward by two seconds', 2000, false],
    ['forward by more', 2001, true],
    ['back by two seconds', -2000, false],
    ['back by more', -2001, true],
    ['a day ahead', 24 * HOUR, true],
    ['two hours back', -2 * HOUR, true],
  ])('%s', (_, by, jumped) => {
    const { jump, clock } = look(started, at(NOON + by, 1000));
    expect(jump !== null).toBe(jumped);
    if (jump !== null) expect(jump.newOffsetMs - jump.oldOffsetMs).toBe(by);
    expect(clock.doubted !== null).toBe(jumped);
  });

  test('is told once, and the way back is another', () => {
    const back = look(started, at(NOON - HOUR, 1000)).clock;
    expect(look(back, at(NOON - HOUR + 1000, 2000)).jump).toBeNull();
    expect(look(back, at(NOON + 1000, 2000)).jump).toMatchObject({ newOffsetMs: started.seen });
  });

  test('a clock that runs unevenly is followed: no jump in a day at 100 ppm', () => {
    expect(ticked(started, 86_400, 0.1).jumps).toBe(0);
  });

  test('a clock that creeps away in steps is noticed', () => {
    const [first, second] = [at(NOON - 1500 + 1000, 2000), at(NOON - 3000 + 2000, 3000)];
    expect(look(look(started, first).clock, second).jump).not.toBeNull();
  });

  test('sleep is no jump: both went on', () => {
    expect(look(started, at(NOON + 8 * HOUR, 1000 + 8 * HOUR))).toMatchObject({ jump: null, sleptMs: 8 * HOUR });
    expect(look(started, at(NOON + 3000, 4000)).sleptMs).toBe(0);
    expect(look(started, at(NOON + 3001, 4001)).sleptMs).toBe(3001);
  });

  test('a clock set while it slept is both', () => {
    expect(look(started, at(NOON + 9 * HOUR, 1000 + 8 * HOUR))).toMatchObject({
      jump: { oldOffsetMs: started.seen, newOffsetMs: started.seen + HOUR },
      sleptMs: 8 * HOUR,
    });
  });
});

describe('alarm time is the earlier reckoning [ALARM-6]', () => {
  test('set back, alarms go on as if nobody had touched it, however long', () => {
    const back = look(started, at(NOON - 2 * HOUR, 1000)).clock;
    expect(look(back, at(NOON - HOUR, 1000 + HOUR)).clock.now).toBe(NOON + HOUR);
  });

  test('set forward, they go by what it shows; set right again, by neither too early nor too late', () => {
    const ahead = look(started, at(NOON + 24 * HOUR, 1000)).clock;
    expect(ahead.now).toBe(NOON + 24 * HOUR);
    const right = look(ahead, at(NOON + 60_000, 61_000)).clock;
    expect(right).toMatchObject({ now: NOON + 60_000, turns: [{ turn: 1, after: NOON + 60_000 }] });
  });

  test('called right, they go by the clock as it stands', () => {
    const back = trust(look(started, at(NOON - 2 * HOUR, 1000)).clock);
    expect(back).toMatchObject({ now: NOON - 2 * HOUR, doubted: null, turns: [{ turn: 1, after: NOON - 2 * HOUR }] });
    const ahead = trust(look(started, at(NOON + HOUR, 1000)).clock);
    expect(ahead).toMatchObject({ now: NOON + HOUR, turns: [] });
    expect(look(ahead, at(NOON + HOUR + 1000, 2000)).clock.now).toBe(NOON + HOUR + 1000);
  });

  test('a step back of less than a jump holds it still, never back', () => {
    const { clock } = look(started, at(NOON - 1500, 1000));
    expect([clock.now, clock.turns]).toEqual([NOON, []]);
  });
});

describe('turns [ALARM-7]', () => {
  test('what lies after a run back is of the next turn', () => {
    const turns = [
      { turn: 1, after: 100 },
      { turn: 2, after: 200 },
    ];
    expect([100, 101, 200, 201].map((instant) => turnOf(turns, instant))).toEqual([0, 1, 1, 2]);
  });

  test('one that reaches further back takes the place of the others', () => {
    const twice = { ...started, now: NOON + 3 * HOUR, turns: [{ turn: 1, after: NOON + 2 * HOUR }] };
    expect(look(twice, at(NOON, 1000)).clock.turns).toEqual([{ turn: 2, after: NOON }]);
  });
});

describe('across starts', () => {
  const kept = look(started, at(NOON + 60_000, 61_000)).clock;

  test('of the program: the same boot, so a clock set back meanwhile is a jump', () => {
    expect(firstLook(kept, at(NOON + 120_000, 121_000))).toMatchObject({ jump: null, clock: { now: NOON + 120_000 } });
    const set = firstLook(kept, at(NOON - HOUR, 121_000));
    expect(set).toMatchObject({ jump: { oldOffsetMs: kept.seen }, clock: { now: NOON + 120_000 } });
    expect(firstLook(set.clock, at(NOON - HOUR + 1000, 122_000))).toMatchObject({
      jump: null,
      clock: { now: NOON + 121_000, doubted: NOON - HOUR - 121_000 },
    });
  });

  test('of the machine: nothing compares but the high-water mark', () => {
    expect(firstLook(kept, at(NOON + 8 * HOUR, 5000, 'b2'))).toMatchObject({
      jump: null,
      clock: { now: NOON + 8 * HOUR },
    });
    expect(firstLook(kept, at(NOON + 59_000, 5000, 'b2'))).toMatchObject({ jump: null, clock: { now: NOON + 60_000 } });
    const set = firstLook(kept, at(NOON - HOUR, 5000, 'b2'));
    expect(set.jump).toEqual({ bootId: 'b2', oldOffsetMs: NOON + 55_000, newOffsetMs: NOON - HOUR - 5000 });
    expect(look(set.clock, at(NOON - HOUR + 1000, 6000, 'b2')).clock.now).toBe(NOON + 61_000);
  });
});
