import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { correctClock, readNow, showPracticeInstant, startClock, useClockStore, useNow, useWallNow } from './clock.ts';
import { Ticking } from './Ticking.tsx';
import { useTick } from './useTickText.ts';

const START = Date.parse('2026-02-13T06:31:13.400Z');
const FULL = Date.parse('2026-02-13T06:31:13.000Z');

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  correctClock(START, START, START);
});
afterEach(() => {
  showPracticeInstant(null);
  vi.useRealTimers();
});

describe('the one clock of the screen', () => {
  it('ticks once a second, on the second', () => {
    const heard: number[] = [];
    const stopHearing = useClockStore.subscribe(({ wall }, before) => wall !== before.wall && heard.push(wall));
    const stop = startClock();
    vi.advanceTimersByTime(599);
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(2410);
    expect(heard).toEqual([FULL + 1000, FULL + 2000, FULL + 3000]);
    stop();
    vi.advanceTimersByTime(5000);
    expect(heard).toHaveLength(3);
    stopHearing();
  });

  it('stands on the host’s clock, not on this machine’s', () => {
    // The host is ten seconds ahead; its answer took 200 ms.
    correctClock(START + 10_100, START, START + 200);
    expect(readNow()).toBe(FULL + 10_000);
  });

  it('a practice replay’s instant stands in for it, the wall clock stays', () => {
    function Both() {
      return `${useNow()} ${useWallNow()}`;
    }
    const { container } = render(<Both />);
    act(() => showPracticeInstant(42_000));
    expect(container.textContent).toBe(`42000 ${FULL}`);
  });
});

describe('what moves without rendering', () => {
  it('each tick writes the text and renders nothing', () => {
    const rendered = vi.fn();
    function Row() {
      rendered();
      return <Ticking text={(now) => String((now - FULL) / 1000)} />;
    }
    const { container } = render(<Row />);
    expect(container.textContent).toBe('0');
    const stop = startClock();
    vi.advanceTimersByTime(3000);
    expect(container.textContent).toBe('3');
    expect(rendered).toHaveBeenCalledTimes(1);
    stop();
  });

  it('paints anew when what it shows changes, and stops when it is gone', () => {
    const painted = vi.fn();
    function Bar({ dueAt }: { dueAt: number }) {
      const bar = useTick<HTMLDivElement>((_, now) => {
        painted(dueAt - now);
      });
      return <div ref={bar} />;
    }
    const { rerender, unmount } = render(<Bar dueAt={FULL + 5000} />);
    expect(painted).toHaveBeenLastCalledWith(5000);
    rerender(<Bar dueAt={FULL + 9000} />);
    expect(painted).toHaveBeenLastCalledWith(9000);
    unmount();
    painted.mockClear();
    showPracticeInstant(1000);
    expect(painted).not.toHaveBeenCalled();
  });
});
