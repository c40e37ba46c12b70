// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { readNow, useClockStore } from '../clock/clock.ts';
import {
  advancePractice,
  enterPractice,
  goTo,
  leavePractice,
  nextMark,
  pastInstantOf,
  previousMark,
  setPlaying,
  setSpeed,
  usePractice,
} from './practice.ts';

const MINUTE = 60_000;
const span = { from: 0, to: 100 * MINUTE, marks: [10 * MINUTE, 20 * MINUTE, 50 * MINUTE] };
const at = () => usePractice.getState().practice?.at;

beforeEach(() => {
  sessionStorage.clear();
  leavePractice();
  enterPractice('practice-1', span);
});

describe('the practice scrubber', () => {
  it('starts at the first mark and is the screen’s clock', () => {
    expect(at()).toBe(10 * MINUTE);
    expect(readNow()).toBe(10 * MINUTE);
    expect(pastInstantOf('practice-1')).toBe(10 * MINUTE);
  });

  it('the live desk knows no past instant, and leaving gives the real clock back', () => {
    expect(pastInstantOf('live')).toBeNull();
    leavePractice();
    expect(readNow()).toBe(useClockStore.getState().wall);
  });

  it('goes on where it was left when its desk is read again', () => {
    goTo(33 * MINUTE);
    enterPractice('practice-1', span);
    expect(at()).toBe(33 * MINUTE);
    leavePractice();
    enterPractice('practice-1', span);
    expect(at()).toBe(33 * MINUTE);
    enterPractice('practice-2', span);
    expect(at()).toBe(10 * MINUTE);
  });

  it('steps from mark to mark and stops at the ends', () => {
    expect(nextMark(span, 10 * MINUTE)).toBe(20 * MINUTE);
    expect(nextMark(span, 50 * MINUTE)).toBe(span.to);
    expect(previousMark(span, 20 * MINUTE)).toBe(10 * MINUTE);
    expect(previousMark(span, 10 * MINUTE)).toBe(span.from);
    goTo(1000 * MINUTE);
    expect(at()).toBe(span.to);
    goTo(-5);
    expect(at()).toBe(0);
  });

  it('plays at its speed, only while playing, and stops at the end', () => {
    advancePractice();
    expect(at()).toBe(10 * MINUTE);
    setSpeed(300);
    setPlaying(true);
    advancePractice();
    expect(at()).toBe(15 * MINUTE);
    for (let i = 0; i < 30; i += 1) advancePractice();
    expect(usePractice.getState().practice).toMatchObject({ at: span.to, playing: false });
  });

  it('playing at the end starts over', () => {
    goTo(span.to);
    setPlaying(true);
    expect(at()).toBe(span.from);
  });
});
