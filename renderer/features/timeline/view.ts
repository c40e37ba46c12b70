/** What part of the night is in sight: pure steps of zooming and panning. */
import type { Timeline } from '#shared/domain/timeline/items.ts';
import type { View } from '#shared/domain/timeline/layout.ts';

/** Closer than this nothing more is seen. */
const CLOSEST = 5 * 60_000;

export const wholeOf = ({ from, to }: Timeline): View => ({ from, to });

/** `factor` below 1 comes closer; what is at `at` stays where it is. */
export function zoomed(whole: View, view: View, factor: number, at: number): View | null {
  const length = Math.max(CLOSEST, (view.to - view.from) * factor);
  if (length >= whole.to - whole.from) return null;
  const share = (at - view.from) / Math.max(1, view.to - view.from);
  return panned(whole, { from: at - length * share, to: at + length * (1 - share) }, 0);
}

/** By a share of what is in sight, never beyond the night. */
export function panned(whole: View, { from, to }: View, share: number): View {
  const length = to - from;
  const wanted = from + length * share;
  const start = Math.min(Math.max(whole.from, wanted), Math.max(whole.from, whole.to - length));
  return { from: start, to: start + length };
}

/** As it is where the instant is in sight, otherwise with it in the middle. */
export function showing(whole: View, view: View, at: number): View {
  if (at >= view.from && at <= view.to) return view;
  const length = view.to - view.from;
  return panned(whole, { from: at - length / 2, to: at + length / 2 }, 0);
}

/** Held within a night that has changed. */
export const within = (whole: View, view: View | null): View => (view === null ? whole : panned(whole, view, 0));
