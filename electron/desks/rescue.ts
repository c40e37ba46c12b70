/**
 * The live desk's file could not be opened: the host runs all the same, says what happened, looks for what could be
 * restored, and waits for a person. Nothing is put in place or begun anew unasked [FILE-4].
 */
import { DeskFileError } from '#db/files/fileError.ts';
import type { RescueRequest } from '#db/files/rescue.ts';
import { errorText } from '#shared/contract/errorText.ts';
import type { RescueAct, RescueFound, RescueRow } from '#shared/contract/rescue.ts';
import type { DeskError } from '#shared/domain/errors.ts';

/** How to open the desk after a person decided. */
export type Decision = { startEmpty: boolean };

/** Long work on files, in a thread of its own. */
export type RescueFiles = {
  build(request: RescueRequest): Promise<RescueFound>;
  place(path: string, now: number): Promise<unknown>;
  now(): number;
};

type Open = { row: RescueRow; decided: (decision: Decision) => void };

export type Rescue = {
  row(): RescueRow | null;
  /** Settles once a person has decided; null for an error that no decision helps with. */
  ask(error: unknown): Promise<Decision> | null;
  /** Over when the desk opens; what keeps it from opening after a decision is shown. */
  watch<T>(opening: Promise<T>): Promise<T>;
  decide(act: Exclude<RescueAct, 'showFolder'>): Promise<boolean>;
};

export function createRescue(files: RescueFiles, log: (line: string) => void): Rescue {
  let open: Open | null = null;
  const change = (part: Partial<RescueRow>): void => {
    if (open !== null) open = { ...open, row: { ...open.row, ...part } };
  };

  async function lookFor({ file, setAside, noticedAt }: RescueRow): Promise<void> {
    change({ found: null, failure: null, isWorking: true });
    try {
      change({ found: await files.build({ path: file, kind: 'live', setAside, now: noticedAt }), isWorking: false });
    } catch (error) {
      fail(error);
    }
  }

  function fail(error: unknown): void {
    log(`not restored: ${error instanceof Error ? error.message : String(error)}`);
    change({ failure: deskErrorOf(error), isWorking: false });
  }

  async function restore({ row, decided }: Open): Promise<void> {
    try {
      await files.place(row.file, files.now());
      decided({ startEmpty: false });
    } catch (error) {
      fail(error);
    }
  }

  return {
    row: () => open?.row ?? null,

    ask(error) {
      if (!(error instanceof DeskFileError) || error.code !== 'damagedFile') return null;
      const { promise, resolve } = Promise.withResolvers<Decision>();
      open = { row: rowOf(error, files.now()), decided: resolve };
      log(`${errorText(error.toDeskError())} (${error.message})`);
      void lookFor(open.row);
      return promise;
    },

    async watch(opening) {
      try {
        const opened = await opening;
        open = null;
        return opened;
      } catch (error) {
        if (open !== null) fail(error);
        throw error;
      }
    },

    async decide(act) {
      if (open === null || open.row.isWorking || (act === 'restore' && open.row.found === null)) return false;
      if (act === 'lookAgain') {
        void lookFor(open.row);
        return true;
      }
      change({ isWorking: true, failure: null });
      if (act === 'startEmpty') open.decided({ startEmpty: true });
      else await restore(open);
      return true;
    },
  };
}

function rowOf({ params }: DeskFileError, now: number): RescueRow {
  const text = (name: string): string | null => (typeof params[name] === 'string' ? params[name] : null);
  return {
    reason: params['reason'] === 'missing' ? 'missing' : 'damaged',
    file: text('path') ?? '',
    setAside: text('setAside'),
    noticedAt: now,
    found: null,
    failure: null,
    isWorking: true,
  };
}

function deskErrorOf(error: unknown): DeskError {
  if (error instanceof DeskFileError) return error.toDeskError();
  return { code: 'storage', params: { reason: error instanceof Error ? error.message : String(error) } };
}
