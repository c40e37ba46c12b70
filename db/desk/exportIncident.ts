/**
 * An incident leaves the desk as one archive, and the log says so with the manifest's hash: without that entry nothing is
 * handed out. A desk that is only looked at keeps no such entry; its exports bear 演练.
 */
import type { BuiltExport } from '#db/export/buildExport.ts';
import type { ExportRequest } from '#shared/contract/deskApi.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import type { ExportFacts } from '#shared/export/facts.ts';
import type { Desk } from './createDesk.ts';
import type { ExportSource } from './exportSource.ts';
import type { Answered } from './queries/parts.ts';

export type Exported = (BuiltExport & { ok: true; isRecorded: boolean }) | { ok: false; error: DeskError };

/** In a thread of its own where there is one; into the places it was given. */
export type BuildExport = (source: ExportSource) => Promise<Answered<BuiltFromSource>>;
export type BuiltFromSource = BuiltExport & Pick<ExportFacts, 'head' | 'isRecorded'>;

export async function exportIncident(
  desk: Pick<Desk, 'deskId' | 'exportSource' | 'execute'>,
  request: ExportRequest,
  build: BuildExport,
): Promise<Exported> {
  const source = await desk.exportSource(request);
  if (!source.ok) return source;
  const answer = await build(source.result);
  if (!answer.ok) return answer;
  const { head, isRecorded, ...built } = answer.result;
  if (!isRecorded) return { ...built, ok: true, isRecorded };
  const { manifestHash, files, bytes } = built;
  const { incidentId } = request;
  const recorded = desk.execute({
    desk: desk.deskId,
    commandId: `export-${manifestHash.slice(0, 48)}`,
    officerId: request.officerId,
    command: { type: 'RecordExport', incidentId, manifestHash, files, bytes, head },
  });
  if (recorded.ok) return { ...built, ok: true, isRecorded: true };
  if ('error' in recorded) return recorded;
  throw new Error('an export is never asked back');
}
