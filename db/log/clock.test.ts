import { describe, expect, test } from 'vitest';
import { recordingClock, systemClock } from './clock.ts';

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
    const clock = recordingClock(
      { now: () => time.wall, monotonic: () => time.monotonic },
      () => 0,
      () => isDoubted,
    );
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

  test("[LOG-6] the machine's clocks run", () => {
    const clock = systemClock();
    expect(clock.now()).toBeGreaterThan(Date.UTC(2024, 0));
    expect(clock.monotonic()).toBeLessThanOrEqual(clock.monotonic());
    expect(clock.bootId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
