/** When this desk was last backed up, and whether anything was recorded since. */
import { type BackedUp, type BackupWork, backUp, listBackups } from '#db/files/backup.ts';
import { ensureBallast } from '#db/files/ballast.ts';
import type { Sqlite } from '#db/log/sqlite.ts';

export type Backups = {
  /** Something was committed, at that instant. */
  changed(now: number): void;
  lastAt(): number | null;
  count(): number;
  /** Since when something is in no backup. */
  unsavedSince(): number | null;
  /** Null where nothing changed since the last one. */
  backUp(now: number): Promise<BackedUp | null>;
};

export const NO_BACKUPS: Backups = {
  changed: () => undefined,
  lastAt: () => null,
  count: () => 0,
  unsavedSince: () => null,
  backUp: async () => null,
};

/** `uncleanEnd`: what was recorded before the crash may be in no backup yet. */
export function createBackups(db: Sqlite, options: BackupWork & { uncleanEnd: boolean; now: number }): Backups {
  let lastAt = listBackups(db.name)[0]?.at ?? null;
  let changes = options.uncleanEnd ? 1 : 0;
  let unsavedSince = options.uncleanEnd ? options.now : null;
  let running: Promise<BackedUp> | null = null;

  async function make(now: number): Promise<BackedUp> {
    const covered = changes;
    const since = unsavedSince;
    // What comes while the copy is made begins anew.
    unsavedSince = null;
    try {
      const backup = await backUp(db, now, options);
      changes -= covered;
      lastAt = backup.at;
      return backup;
    } catch (thrown) {
      unsavedSince = since ?? unsavedSince;
      // The log may be in it, where only attached files could not be copied.
      lastAt = listBackups(db.name)[0]?.at ?? null;
      throw thrown;
    }
  }

  async function makeRoom(now: number): Promise<BackedUp> {
    const backup = await make(now);
    // There was room for a whole copy: hold back what a full disk had cost.
    ensureBallast(db.name);
    return backup;
  }

  return {
    lastAt: () => lastAt,
    count: () => listBackups(db.name).length,
    unsavedSince: () => unsavedSince,
    changed(now) {
      changes += 1;
      unsavedSince ??= now;
    },
    async backUp(now) {
      // One at a time: of several that waited the first begins, and the others wait for that. What failed is told there.
      while (running !== null) await running.catch(() => undefined);
      if (changes === 0) return null;
      running = makeRoom(now);
      try {
        return await running;
      } finally {
        running = null;
      }
    },
  };
}
