/** Does ahead of first questions what they would wait for, in slices short enough that nobody waits for one. */
import { DESK_STREAM, DIRECTORY_STREAM } from '#shared/domain/streams.ts';
import type { Desk } from './createDesk.ts';

/** After the last change: what comes together is looked at together. */
const AFTER_MS = 20;
/** Between two slices, so that what was asked meanwhile is answered. */
const PAUSE_MS = 4;

/** Answers the way to stop. */
export function keepReady(desk: Pick<Desk, 'readySome' | 'subscribe'>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function later(ms: number): void {
    if (isStopped || timer !== undefined) return;
    timer = setTimeout(slice, ms);
    timer.unref();
  }

  function slice(): void {
    timer = undefined;
    if (desk.readySome()) later(PAUSE_MS);
  }

  const unsubscribe = desk.subscribe(({ streams }) => {
    if (streams.some((name) => name === DIRECTORY_STREAM || name === DESK_STREAM)) later(AFTER_MS);
  });
  later(AFTER_MS);
  return () => {
    isStopped = true;
    clearTimeout(timer);
    unsubscribe();
  };
}
