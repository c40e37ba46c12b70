/**
 * Where the practice scrubber stands. One replay at a time is on the screen; its instant replaces the clock and goes
 * with every query ("as known at"). The live desk's clock and alarms run on underneath.
 */
import { create } from 'zustand';
import { showPracticeInstant } from '../clock/clock.ts';

export type Span = { from: number; to: number; marks: number[] };
export const SPEEDS = [1, 10, 60, 300] as const;
export type Speed = (typeof SPEEDS)[number];

export type Practice = { deskId: string; span: Span; at: number; playing: boolean; speed: Speed };

export const usePractice = create<{ practice: Practice | null }>(() => ({ practice: null }));

/** Where a replay was left, for a reload of this tab. */
const placeOf = (deskId: string) => `watchdesk/${deskId}`;

const read = (): Practice | null => usePractice.getState().practice;
const put = (practice: Practice | null) => {
  usePractice.setState({ practice });
  if (practice) sessionStorage.setItem(placeOf(practice.deskId), String(practice.at));
  showPracticeInstant(practice?.at ?? null);
};

export const clampTo = (span: Span, at: number): number =>
  Math.min(span.to, Math.max(span.from, Math.floor(at / 1000) * 1000));
export const nextMark = (span: Span, at: number): number => span.marks.find((mark) => mark > at) ?? span.to;
export const previousMark = (span: Span, at: number): number => span.marks.findLast((mark) => mark < at) ?? span.from;

/** Enters a replay at its first mark, or goes on where it was left in this tab. */
export function enterPractice(deskId: string, span: Span): void {
  if (read()?.deskId === deskId) return;
  const left = sessionStorage.getItem(placeOf(deskId));
  const at = left === null ? (span.marks[0] ?? span.from) : Number(left);
  put({ deskId, span, at: clampTo(span, at), playing: false, speed: 60 });
}
export const leavePractice = (): void => put(null);

export function goTo(at: number): void {
  const practice = read();
  if (practice) put({ ...practice, at: clampTo(practice.span, at) });
}
export function setPlaying(playing: boolean): void {
  const practice = read();
  if (!practice) return;
  // Playing at the end starts over.
  const at = playing && practice.at >= practice.span.to ? practice.span.from : practice.at;
  put({ ...practice, at, playing });
}
export function setSpeed(speed: Speed): void {
  const practice = read();
  if (practice) put({ ...practice, speed });
}
/** Once a real second. */
export function advancePractice(): void {
  const practice = read();
  if (!practice?.playing) return;
  const at = clampTo(practice.span, practice.at + practice.speed * 1000);
  put({ ...practice, at, playing: at < practice.span.to });
}

export const pastInstantOf = (deskId: string): number | null => {
  const practice = read();
  return practice?.deskId === deskId ? practice.at : null;
};
