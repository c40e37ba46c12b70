/**
 * What a desk does for its file while nobody waits: a backup every half hour when something changed and on closing, the
 * WAL moved into the file when idle, attached files that are gone brought back from the backups, and the whole file
 * checked once after opening.
 */
import type { BackedUp, Verify } from '#db/files/backup.ts';
import type { Desk, DeskNotice } from './createDesk.ts';
import type { BringBack } from './inThread.ts';

/** Nothing was recorded for so long: a checkpoint now delays nobody. */
const IDLE_MS = 2000;

export type House = {
  backUp(): Promise<BackedUp | null>;
  /** With a backup where something changed; one that fails does not keep the desk from closing. */
  close(): Promise<void>;
};

export function keepHouse(
  desk: Desk,
  { verify, bringBack }: { verify: Verify; bringBack: BringBack },
  every: { desk: { path: string }; backupEveryMs: number; checkAfterMs: number },
  notify: (notice: DeskNotice) => void,
): House {
  const backUpTimer = setInterval(() => void backUpOrTell(), every.backupEveryMs);
  const checkTimer = setTimeout(() => void checkWhole(), every.checkAfterMs);
  const closing = new AbortController();
  let idleTimer: NodeJS.Timeout | undefined;
  const unsubscribe = desk.subscribe(() => {
    clearTimeout(idleTimer);
    idleTimer = setTimeout(() => desk.checkpoint(), IDLE_MS);
  });

  async function backUpOrTell(): Promise<void> {
    try {
      await desk.backUp();
    } catch (thrown) {
      notify({ kind: 'backupFailed', reason: reasonOf(thrown) });
    }
  }

  /** Where it fails they are missing, and told where they are looked at [ATTACH-2]. */
  async function bringFilesBack(): Promise<void> {
    try {
      const { copied } = await bringBack(every.desk.path, closing.signal);
      if (copied > 0) notify({ kind: 'filesBroughtBack', copied });
    } catch (thrown) {
      if (!closing.signal.aborted) notify({ kind: 'filesNotBroughtBack', reason: reasonOf(thrown) });
    }
  }

  async function checkWhole(): Promise<void> {
    try {
      const { ok, structure, faults } = await verify(every.desk.path, closing.signal);
      if (!ok) notify({ kind: 'damageFound', reason: JSON.stringify([...structure, ...faults]) });
    } catch (thrown) {
      if (!closing.signal.aborted) notify({ kind: 'damageFound', reason: reasonOf(thrown) });
    }
  }

  void bringFilesBack();
  return {
    backUp: () => desk.backUp(),
    async close() {
      closing.abort();
      clearInterval(backUpTimer);
      clearTimeout(checkTimer);
      clearTimeout(idleTimer);
      unsubscribe();
      await backUpOrTell();
      desk.close();
    },
  };
}

const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
