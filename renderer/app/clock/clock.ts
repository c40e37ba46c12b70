/**
 * The one clock of the screen. Ticks once a second, on the second, corrected by the host's clock; in a practice replay
 * the scenario's instant stands in for it. What is shown changes once a second at most, so everything that moves hangs
 * on this store and on nothing else.
 */
import { create } from 'zustand';

type ClockState = {
  /** The host's wall clock, UTC ms, on a whole second. */
  wall: number;
  /** The scenario's instant while a practice replay is on the screen. */
  practice: number | null;
};

const wholeSecond = (at: number) => Math.floor(at / 1000) * 1000;

export const useClockStore = create<ClockState>(() => ({ wall: wholeSecond(Date.now()), practice: null }));

/** Host's clock minus this machine's. */
let offset = 0;
export const hostNow = (): number => Date.now() + offset;

/** From an answer of the host: its clock, and this machine's when asking and when answered. */
export function correctClock(hostTime: number, askedAt: number, answeredAt: number): void {
  offset = hostTime - (askedAt + answeredAt) / 2;
  useClockStore.setState({ wall: wholeSecond(hostNow()) });
}

export const showPracticeInstant = (practice: number | null): void => useClockStore.setState({ practice });

const shownNow = (state: ClockState): number => state.practice ?? state.wall;
/** The instant on the screen, outside of React. */
export const readNow = (): number => shownNow(useClockStore.getState());
export const subscribeNow = (listener: (now: number) => void): (() => void) =>
  useClockStore.subscribe((state, before) => {
    if (shownNow(state) !== shownNow(before)) listener(shownNow(state));
  });

/** Re-renders the calling component every second. For many rows use `useTickText` instead. */
export const useNow = (): number => useClockStore(shownNow);
/** The real clock, also while a practice replay is on the screen. */
export const useWallNow = (): number => useClockStore((state) => state.wall);

/** Starts the tick; returns the way to stop it. */
export function startClock(): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const tick = () => {
    useClockStore.setState({ wall: wholeSecond(hostNow()) });
    // A few ms past the second: timers may fire early, never twice in one second.
    timer = setTimeout(tick, 1005 - (hostNow() % 1000));
  };
  tick();
  return () => clearTimeout(timer);
}
