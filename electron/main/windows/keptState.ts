/** What the program remembers of its windows between starts: a small private file beside the desk's data. */
import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateJson, writePrivateJson } from '#electron/desks/privateFiles.ts';

const coordinate = z.number().int().min(-100_000).max(100_000);
const length = z.number().int().min(1).max(100_000);
const bounds = z.object({ x: coordinate, y: coordinate, width: length, height: length });

const keptSchema = z.object({
  main: z.object({ bounds, maximized: z.boolean() }).nullable().catch(null).default(null),
  incident: bounds.nullable().catch(null).default(null),
  alarm: bounds.nullable().catch(null).default(null),
  wall: z
    .object({ display: z.object({ id: z.number().int(), label: z.string().max(200), bounds }), isOpen: z.boolean() })
    .nullable()
    .catch(null)
    .default(null),
  /** The officer was told that closing the window leaves the desk in the tray. */
  toldAboutTray: z.boolean().catch(false).default(false),
});
export type KeptState = z.infer<typeof keptSchema>;

/** Damaged or foreign parts are dropped one by one: a bad position must never keep the desk from opening. */
export const parseKept = (raw: unknown): KeptState =>
  keptSchema.parse(z.record(z.string(), z.unknown()).catch({}).parse(raw));

export type KeptStore = { read(): KeptState; change(change: Partial<KeptState>): void };

export function openKeptState(folder: string, log: (line: string) => void): KeptStore {
  const path = join(folder, 'windows.json');
  let state = parseKept(readPrivateJson(path));
  return {
    read: () => state,
    change(change) {
      state = { ...state, ...change };
      try {
        writePrivateJson(path, state);
      } catch (error) {
        log(`window positions not kept: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
  };
}
