/**
 * Large files are brought to the disk in small steps, and after each the disk is left alone as long as the step took: the
 * log's own fsync waits for what else is on its way, so there is never much of it.
 */

/** Written since the last step; above it, the next one. */
export const SYNC_EVERY_BYTES = 4 * 1024 * 1024;
const LONGEST_PAUSE_MS = 200;

/** `sync` brings to the disk what was written; answers how long to leave it alone. */
export function pauseAfter(sync: () => void): number {
  const began = performance.now();
  sync();
  return pauseMs(began);
}

export async function pauseAfterAsync(sync: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await sync();
  return pauseMs(began);
}

const pauseMs = (began: number): number => Math.min(LONGEST_PAUSE_MS, performance.now() - began);

/** In a thread that has nothing else to do. */
export function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
