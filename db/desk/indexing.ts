/** Makes entries findable after their commit, in slices short enough that a command never waits for one. */
import type { Desk } from './createDesk.ts';

/** After the last commit: what is recorded together is put in together. */
const AFTER_MS = 50;
const SLICE_ENTRIES = 20;
const SLICE_MS = 6;
/** Between two slices, so that what was asked meanwhile is answered. */
const PAUSE_MS = 4;
/** On a full disk nothing is gained by hurrying. */
const RETRY_MS = 60_000;

/** Answers the way to stop. */
export function keepIndexed(desk: Pick<Desk, 'indexSome' | 'subscribe'>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  /** One that waits already is not put off: commits may come without end. */
  function later(ms: number): void {
    if (isStopped || timer !== undefined) return;
    timer = setTimeout(slice, ms);
    timer.unref();
  }

  function slice(): void {
    timer = undefined;
    const until = performance.now() + SLICE_MS;
    let progress = desk.indexSome(SLICE_ENTRIES);
    while (progress === 'more' && performance.now() < until) progress = desk.indexSome(SLICE_ENTRIES);
    if (progress === 'more') later(PAUSE_MS);
    if (progress === 'stopped') later(RETRY_MS);
  }

  const unsubscribe = desk.subscribe(() => later(AFTER_MS));
  later(AFTER_MS);
  return () => {
    isStopped = true;
    clearTimeout(timer);
    unsubscribe();
  };
}
