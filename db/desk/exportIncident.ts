/**
 * An incident leaves the desk as one archive, and the log says so with the manifest's hash: without that entry nothing is
 * handed out. A desk that is only looked at keeps no such entry; its exports bear 演练.
 */
import type { BuiltExport } from '#db/export/buildExport.ts';
import type { ExportRequest } from '#shared/contract/deskApi.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import type { ExportFacts } from '#shared/export/facts.ts';
import type { Desk } from './createDesk.ts';

export type Exported = (BuiltExport & { ok: true; isRecorded: boolean }) | { ok: false; error: DeskError };

/** In a thread of its own where there is one; into the places it was given. */
export type BuildExport = (facts: ExportFacts) => Promise<BuiltExport>;

export async function exportIncident(
  desk: Pick<Desk, 'deskId' | 'gatherExport' | 'execute'>,
  request: ExportRequest,
  build: BuildExport,
): Promise<Exported> {
  const gathered = await desk.gatherExport(request);
  if (!gathered.ok) return gathered;
  const facts = gathered.result;
  const built = await build(facts);
  if (!facts.isRecorded) return { ...built, ok: true, isRecorded: false };
  const { manifestHash, files, bytes } = built;
  const { incidentId } = request;
  const recorded = desk.execute({
    desk: desk.deskId,
    commandId: `export-${manifestHash.slice(0, 48)}`,
    officerId: request.officerId,
    command: { type: 'RecordExport', incidentId, manifestHash, files, bytes, head: facts.head },
  });
  if (recorded.ok) return { ...built, ok: true, isRecorded: true };
  if ('error' in recorded) return recorded;
  throw new Error('an export is never asked back');
}
