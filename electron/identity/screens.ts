/**
 * Who has signed in at which screen and which of them are locked, kept over restarts. A screen is a browser's session by the
 * hash of its secret, or the desktop program with all its windows.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateJson, writePrivateJson } from '#electron/desks/privateFiles.ts';
import { idSchema } from '#shared/domain/values.ts';

/** The desktop program's own. */
export const DESKTOP_SCREEN = 'desktop';

const MAX_SCREENS = 64;

const screenSchema = z.strictObject({
  officerId: idSchema.nullable(),
  lockedAt: z.number().int().nullable(),
});
const keptSchema = z.array(screenSchema.extend({ screen: z.string().max(128) }));

export type SignedIn = z.infer<typeof screenSchema>;
const NOBODY: SignedIn = { officerId: null, lockedAt: null };

export type Screens = {
  of(screen: string): SignedIn;
  /** False where nothing changed. */
  change(screen: string, change: Partial<SignedIn>): boolean;
  all(): [screen: string, signed: SignedIn][];
};

export function openScreens(folder: string): Screens {
  const path = join(folder, 'signed-in.json');
  const found = keptSchema.safeParse(readPrivateJson(path)).data ?? [];
  const screens = new Map<string, SignedIn>(found.map(({ screen, ...signed }) => [screen, signed]));

  function save(): void {
    for (const screen of screens.keys()) {
      if (screens.size <= MAX_SCREENS) break;
      screens.delete(screen);
    }
    writePrivateJson(
      path,
      Array.from(screens, ([screen, signed]) => ({ screen, ...signed })),
    );
  }

  return {
    of: (screen) => screens.get(screen) ?? NOBODY,
    change(screen, change) {
      const before = screens.get(screen) ?? NOBODY;
      const after = { ...before, ...change };
      if (before.officerId === after.officerId && before.lockedAt === after.lockedAt) return false;
      // The last to sign in is the last to be forgotten.
      screens.delete(screen);
      screens.set(screen, after);
      save();
      return true;
    },
    all: () => Array.from(screens),
  };
}
