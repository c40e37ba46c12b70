/**
 * What is known of the clock, beside the desk's file: high-water mark, boot and anchor survive a crash, so that a clock
 * set back while the program was off is noticed. A lost or broken file costs that, and nothing else.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { WatchedClock } from './clockWatch.ts';

const FILE = 'clock.json';

const keptSchema: z.ZodType<WatchedClock> = z.strictObject({
  bootId: z.string(),
  steady: z.number(),
  trusted: z.number(),
  seen: z.number(),
  doubted: z.number().nullable(),
  now: z.number(),
  turns: z.array(z.strictObject({ turn: z.number().int(), after: z.number() })),
});

export function readKeptClock(folder: string): WatchedClock | null {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
  } catch {
    return null;
  }
}

/** Whole or not at all. */
export function keepClock(folder: string, clock: WatchedClock): void {
  const path = join(folder, FILE);
  writeFileSync(`${path}.tmp`, JSON.stringify(clock));
  renameSync(`${path}.tmp`, path);
}
