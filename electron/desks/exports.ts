/**
 * Exports on their way out of the host. One is made, waits, and is taken or given up; the log says so when it is taken and
 * not before: a change of mind leaves no entry, and without the entry nothing is handed out [EXPORT-2]. A page reads it in
 * parts, and what it does with them no host can see: the first part is the taking. The program writes it itself.
 */
import { type Archives, archivesOf } from '#db/export/archives.ts';
import type { ExecuteRequest, ExportReply, ExportRequest } from '#shared/contract/deskApi.ts';
import type { ReadFileReply } from '#shared/contract/files.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import type { HostDesk } from './desks.ts';

/** `path`: where it stands now. */
export type Taken = { ok: true; path: string } | { ok: false; error: DeskError };
export type Destination = { as: 'zip'; path: string } | { as: 'folder'; within: string; name: string };

export type Exports = {
  make(desk: HostDesk, request: ExportRequest): Promise<ExportReply>;
  read(archiveId: string, offset: number): Promise<ReadFileReply>;
  /** Throws where it cannot be written. */
  take(archiveId: string, to: Destination): Promise<Taken>;
  giveUp(archiveId: string): Promise<void>;
  /** What an earlier run left; and at the end. */
  clear(): Promise<void>;
};

class NotRecorded extends Error {
  readonly error: DeskError;

  constructor(error: DeskError) {
    super(error.code);
    this.error = error;
  }
}

/** `file`: the desk's. */
export const openExports = (file: string): Exports => createExports(archivesOf(file));

export function createExports(archives: Archives): Exports {
  /** What is to be recorded when it is taken. */
  const untold = new Map<string, { desk: HostDesk; entry: ExecuteRequest }>();

  async function tell(archiveId: string): Promise<void> {
    const waiting = untold.get(archiveId);
    if (waiting === undefined) return;
    const reply = await waiting.desk.execute(waiting.entry);
    if (reply.ok) untold.delete(archiveId);
    else if ('error' in reply) throw new NotRecorded(reply.error);
    else throw new Error('an export is never asked back');
  }

  async function giveUp(archiveId: string): Promise<void> {
    untold.delete(archiveId);
    await archives.drop(archiveId);
  }

  return {
    async make(desk, request) {
      await archives.thinOut();
      const made = await desk.exportIncident(request);
      if (!made.ok) return made;
      const { entry, ...reply } = made;
      if (entry !== null) untold.set(reply.archiveId, { desk, entry });
      return { ...reply, isRecorded: entry !== null };
    },
    async read(archiveId, offset) {
      const part = await archives.read(archiveId, offset);
      if (part.kind === 'refused') return part;
      try {
        await tell(archiveId);
        return part;
      } catch (thrown) {
        if (!(thrown instanceof NotRecorded)) throw thrown;
        await giveUp(archiveId);
        return { kind: 'refused', error: thrown.error };
      }
    },
    async take(archiveId, to) {
      const told = () => tell(archiveId);
      try {
        if (to.as === 'folder') {
          return { ok: true, path: await archives.unpack(archiveId, to.within, to.name, told) };
        }
        await archives.take(archiveId, to.path, told);
        return { ok: true, path: to.path };
      } catch (thrown) {
        await giveUp(archiveId);
        if (!(thrown instanceof NotRecorded)) throw thrown;
        return { ok: false, error: thrown.error };
      }
    },
    giveUp,
    clear: () => archives.clear(),
  };
}
