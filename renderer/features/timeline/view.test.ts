import { describe, expect, test } from 'vitest';
import { panned, showing, within, zoomed } from './view.ts';

const HOUR = 3_600_000;
const whole = { from: 0, to: 10 * HOUR };

describe('what is in sight', () => {
  test('closer at a point, which stays where it is', () => {
    expect(zoomed(whole, whole, 0.5, 4 * HOUR)).toEqual({ from: 2 * HOUR, to: 7 * HOUR });
  });
  test('out to the whole, and never closer than five minutes', () => {
    expect(zoomed(whole, { from: HOUR, to: 9 * HOUR }, 2, 5 * HOUR)).toBeNull();
    const close = zoomed(whole, { from: HOUR, to: HOUR + 360_000 }, 0.1, HOUR);
    expect(close && close.to - close.from).toBe(300_000);
  });
  test('moved, but not beyond the night', () => {
    expect(panned(whole, { from: HOUR, to: 3 * HOUR }, 0.5)).toEqual({ from: 2 * HOUR, to: 4 * HOUR });
    expect(panned(whole, { from: HOUR, to: 3 * HOUR }, -5)).toEqual({ from: 0, to: 2 * HOUR });
    expect(panned(whole, { from: 7 * HOUR, to: 9 * HOUR }, 5)).toEqual({ from: 8 * HOUR, to: 10 * HOUR });
  });
  test('goes to what is out of sight', () => {
    expect(showing(whole, { from: 0, to: 2 * HOUR }, HOUR)).toEqual({ from: 0, to: 2 * HOUR });
    expect(showing(whole, { from: 0, to: 2 * HOUR }, 6 * HOUR)).toEqual({ from: 5 * HOUR, to: 7 * HOUR });
  });
  test('a shorter night holds it', () => {
    expect(within({ from: 0, to: 4 * HOUR }, { from: 3 * HOUR, to: 5 * HOUR })).toEqual({
      from: 2 * HOUR,
      to: 4 * HOUR,
    });
    expect(within(whole, null)).toEqual(whole);
  });
});
