// What the flows need of the desktop program, whichever Electron carries it.
import type { Page } from '@playwright/test';
import type { StandIn } from '../electronStandIn/electron.ts';

export interface Desktop {
  readonly data: string;
  /** What the program printed so far. */
  output(): string;
  /** The first page whose address matches; waits for it. */
  window(address: RegExp): Promise<Page>;
  /** Runs in the program's own process; only the function's text travels. */
  evaluate<Result, Argument>(
    run: (electron: StandIn, argument: Argument) => Result,
    argument: Argument,
  ): Promise<Result>;
  /** Starts the program once more on the same data; answers how that one ended. */
  startSecond(): Promise<{ code: number | null; output: string }>;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  restart(): Promise<void>;
  /** Exit code, once it has ended by itself. */
  exited(): Promise<number | null>;
  close(): Promise<void>;
}

export const MAIN = /#\/(?!alarm|wall)/;
export const ALARM = /#\/alarm/;
export const WALL = /#\/wall/;

const FIRST_MS = 30_000;

export async function findWindow(pages: () => Page[], address: RegExp): Promise<Page> {
  const end = Date.now() + FIRST_MS;
  for (;;) {
    const found = pages().find((page) => !page.isClosed() && address.test(page.url()));
    if (found !== undefined) return found;
    if (Date.now() > end)
      throw new Error(
        `no window at ${address}: ${pages()
          .map((page) => page.url())
          .join(' ')}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
