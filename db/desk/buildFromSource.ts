/**
 * An export made of its source: from the file by a connection of its own, so that the desk's thread goes on recording;
 * from a desk in memory by what that desk gathered in steps.
 */
import { buildExport, type ExportPlaces } from '#db/export/buildExport.ts';
import type { ExportFacts } from '#shared/export/facts.ts';
import type { BuiltFromSource } from './exportIncident.ts';
import type { ExportSource } from './exportSource.ts';
import { gatherFromFile } from './gatherFromFile.ts';
import { type Answered, answered } from './queries/parts.ts';

export const factsFrom = async (source: ExportSource): Promise<Answered<ExportFacts>> =>
  source.from === 'file' ? gatherFromFile(source) : answered(source.facts);

export async function buildFromSource(source: ExportSource, places: ExportPlaces): Promise<Answered<BuiltFromSource>> {
  const gathered = await factsFrom(source);
  if (!gathered.ok) return gathered;
  const { head, isRecorded } = gathered.result;
  return answered({ ...(await buildExport(gathered.result, places)), head, isRecorded });
}
