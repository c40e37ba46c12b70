import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { firstLook } from './clockWatch.ts';
import { keepClock, readKeptClock } from './keptClock.ts';
import { machineClock } from './machineClock.ts';

test('[ALARM-6] what is known of the clock is kept; a broken file costs that and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-clock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  expect(readKeptClock(folder)).toBeNull();
  const { clock } = firstLook(null, { wall: 5, steady: 1.5, bootId: 'b' });
  keepClock(folder, clock);
  expect(readKeptClock(folder)).toEqual(clock);
  writeFileSync(join(folder, 'clock.json'), '{"bootId":');
  expect(readKeptClock(folder)).toBeNull();
});

test('[ALARM-6] the steady clock goes on in sleep, where the monotonic one stands still', () => {
  const time = { wall: 1000, monotonic: 50, sinceBoot: 50 };
  const read = machineClock({
    wall: () => time.wall,
    monotonic: () => time.monotonic,
    sinceBoot: () => time.sinceBoot,
    bootId: 'b',
  });
  Object.assign(time, { monotonic: 1050, sinceBoot: 1060 });
  expect(read().steady).toBe(1050);
  Object.assign(time, { monotonic: 2050, sinceBoot: 3_602_060 });
  expect(read().steady).toBe(3_602_060);
  Object.assign(time, { monotonic: 3050, sinceBoot: 3_603_060 });
  expect(read().steady).toBe(3_603_060);
});

test('[ALARM-6] two processes of one boot read the same steady clock', () => {
  const [first, second] = [machineClock()(), machineClock()()];
  expect(Math.abs(second.steady - first.steady)).toBeLessThan(1000);
});
