import { describe, expect, test } from 'vitest';
import { type ClockDoubt, recordingClock, systemClock } from './clock.ts';

function clocks(lastRecordedAt: number) {
  const time = { wall: 10_000, monotonic: 500.7 };
  const clock = recordingClock({ now: () => time.wall, monotonic: () => time.monotonic }, () => lastRecordedAt);
  return { time, clock };
}

describe('the recording clock', () => {
  test('[LOG-6] reads the wall clock and whole milliseconds of the monotonic one', () => {
    expect(clocks(0).clock.read()).toEqual({ recordedAt: 10_000, monotonic: 500, clockTrusted: true });
  });

  test('[LOG-6] never records before what is recorded, and says that the clock is not trusted', () => {
    const { clock } = clocks(12_000);
    expect(clock.read()).toMatchObject({ recordedAt: 12_000, clockTrusted: false });
    expect(clock.now()).toBe(12_000);
  });

  test('[LOG-6] a clock set back by more than 2 s is not trusted', () => {
    const { time, clock } = clocks(0);
    Object.assign(time, { wall: 13_000, monotonic: 5500.7 });
    expect(clock.read().clockTrusted).toBe(true);
    time.wall = 12_999;
    expect(clock.read().clockTrusted).toBe(false);
  });

  test('[LOG-6] a clock far ahead is what sleep looks like', () => {
    const { time, clock } = clocks(0);
    time.wall += 3_600_000;
    expect(clock.read()).toMatchObject({ recordedAt: 3_610_000, clockTrusted: true });
  });

  test('[ALARM-6] after a jump no entry claims a trusted clock until somebody says it is right', () => {
    const time = { wall: 10_000_000, monotonic: 500 };
    let isDoubted = false;
    const doubt = () => (isDoubted ? { trustedOffsetMs: null } : null);
    const clock = recordingClock({ now: () => time.wall, monotonic: () => time.monotonic }, () => 0, doubt);
    time.wall -= 7_200_000;
    expect(clock.read().clockTrusted).toBe(false);
    isDoubted = true;
    expect(clock.read().clockTrusted).toBe(false);
    isDoubted = false;
    expect(clock.read().clockTrusted).toBe(true);
    time.wall += 86_400_000;
    isDoubted = true;
    expect(clock.read().clockTrusted).toBe(false);
  });

  describe('[LOG-9] a wall clock that runs ahead', () => {
    const HOUR = 3_600_000;
    const DAY = 24 * HOUR;
    /** Opened an hour after boot; `pass` lets both clocks go on, asleep or not. */
    function machine(doubtAtOpen: ClockDoubt | null = null) {
      const time = { wall: 100 * HOUR, steady: HOUR, last: 0, doubt: doubtAtOpen };
      const clock = recordingClock(
        { now: () => time.wall, monotonic: () => time.steady, steady: () => time.steady },
        () => time.last,
        () => time.doubt,
      );
      const pass = (ms: number) => {
        time.wall += ms;
        time.steady += ms;
      };
      const read = () => {
        const reading = clock.read();
        time.last = reading.recordedAt;
        return reading;
      };
      return { time, pass, read };
    }

    test('is not followed, before the jump is recorded and while it is doubted', () => {
      const { time, pass, read } = machine();
      time.wall += DAY;
      pass(1000);
      expect(read()).toMatchObject({ recordedAt: 100 * HOUR + 1000, clockTrusted: false });
      time.doubt = { trustedOffsetMs: 99 * HOUR };
      pass(HOUR);
      expect(read()).toMatchObject({ recordedAt: 101 * HOUR + 1000, clockTrusted: false });
      // Set right again: the log was never ahead.
      time.wall -= DAY;
      pass(1000);
      expect(read()).toMatchObject({ recordedAt: 101 * HOUR + 2000 });
    });

    test('is followed once it is called right', () => {
      const { time, pass, read } = machine();
      time.wall += DAY;
      time.doubt = { trustedOffsetMs: 99 * HOUR };
      expect(read().recordedAt).toBe(100 * HOUR);
      time.doubt = null;
      pass(5000);
      expect(read()).toMatchObject({ recordedAt: 100 * HOUR + DAY + 5000, clockTrusted: true });
    });

    test('after a restart in the same boot it is still measured against what was trusted', () => {
      const { time, read } = machine({ trustedOffsetMs: 99 * HOUR - DAY });
      expect(read()).toMatchObject({ recordedAt: time.wall - DAY, clockTrusted: false });
    });

    test('sleep is no jump, and a slow drift is followed', () => {
      const { time, pass, read } = machine();
      pass(8 * HOUR);
      expect(read()).toMatchObject({ recordedAt: 108 * HOUR, clockTrusted: true });
      for (let day = 0; day < 5; day += 1) {
        pass(DAY);
        time.wall += 1500;
        expect(read()).toMatchObject({ recordedAt: time.wall, clockTrusted: true });
      }
    });

    test('two seconds are the bound', () => {
      const { time, read } = machine();
      time.wall += 2000;
      expect(read().recordedAt).toBe(100 * HOUR + 2000);
      time.wall += 2001;
      expect(read()).toMatchObject({ recordedAt: 100 * HOUR + 2000, clockTrusted: false });
    });
  });

  test("[LOG-6] the machine's clocks run", () => {
    const clock = systemClock();
    expect(clock.now()).toBeGreaterThan(Date.UTC(2024, 0));
    expect(clock.monotonic()).toBeLessThanOrEqual(clock.monotonic());
    expect(clock.bootId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
