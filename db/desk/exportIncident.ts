/**
 * An incident leaves the desk as one archive, and the log is to say so with the manifest's hash once it is taken: the host
 * writes that entry then, and without it hands nothing out. A desk that is only looked at keeps no such entry; its exports
 * bear 演练.
 */
import type { BuiltExport } from '#db/export/buildExport.ts';
import type { ExecuteRequest, ExportRequest } from '#shared/contract/deskApi.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import type { ExportFacts } from '#shared/export/facts.ts';
import type { Desk } from './createDesk.ts';
import type { ExportSource } from './exportSource.ts';
import type { Answered } from './queries/parts.ts';

/** `entry`: what the log is to say when it is taken. */
export type Exported = (BuiltExport & { ok: true; entry: ExecuteRequest | null }) | { ok: false; error: DeskError };

/** In a thread of its own where there is one; into the places it was given. */
export type BuildExport = (source: ExportSource) => Promise<Answered<BuiltFromSource>>;
export type BuiltFromSource = BuiltExport & Pick<ExportFacts, 'head' | 'isRecorded'>;

export async function exportIncident(
  desk: Pick<Desk, 'deskId' | 'exportSource'>,
  request: ExportRequest,
  build: BuildExport,
): Promise<Exported> {
  const source = await desk.exportSource(request);
  if (!source.ok) return source;
  const answer = await build(source.result);
  if (!answer.ok) return answer;
  const { head, isRecorded, ...built } = answer.result;
  if (!isRecorded) return { ...built, ok: true, entry: null };
  const { manifestHash, files, bytes } = built;
  const { incidentId, officerId } = request;
  const entry: ExecuteRequest = {
    desk: desk.deskId,
    // Taken twice it is one taking.
    commandId: `export-${manifestHash.slice(0, 48)}`,
    officerId,
    command: { type: 'RecordExport', incidentId, manifestHash, files, bytes, head },
  };
  return { ...built, ok: true, entry };
}
