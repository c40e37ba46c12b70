/** What an export is made from, read off the log as it stands; in steps, so that a desk that does it itself answers meanwhile. */
import { setImmediate as turn } from 'node:timers/promises';
import { readExportLog } from '#db/export/exportLog.ts';
import { placedLines } from '#db/export/logChecks.ts';
import type { Sqlite } from '#db/log/sqlite.ts';
import type { ExportRequest } from '#shared/contract/deskApi.ts';
import type { DeskKind } from '#shared/contract/rows.ts';
import { fromWarning } from '#shared/domain/incident/fromWarning.ts';
import { alarmStream, callStream, incidentStream } from '#shared/domain/streams.ts';
import type { ExportFacts } from '#shared/export/facts.ts';
import { ENGINE_VERSION } from '#shared/plan/engine/version.ts';
import { deskState } from './context.ts';
import { findIncident, getIncident, getResponse } from './queries/incidents.ts';
import { type Answered, answered, type IncidentParts, unanswered } from './queries/parts.ts';
import { getWarning } from './queries/warnings.ts';

/** Where there is only the file, its head is the last entry that is told. */
export type GatherParts = IncidentParts & { log: { head(): { position: number } } };
export type ExportOrigin = { kind: DeskKind; appVersion: string };

export async function gatherExport(
  db: Sqlite,
  parts: GatherParts,
  { kind, appVersion }: ExportOrigin,
  { incidentId, officerId, words }: ExportRequest,
): Promise<Answered<ExportFacts>> {
  const { log, plans, clock } = parts;
  const desk = deskState(parts.streams);
  const exportedBy = desk.officers.find((officer) => officer.officerId === officerId);
  if (exportedBy === undefined) return unanswered('unknownOfficer', { field: 'officerId', id: officerId });
  const exportedAt = clock.now();
  const file = getIncident(parts, { type: 'getIncident', incidentId, at: exportedAt });
  if (!file.ok) return file;
  const response = getResponse(parts, { type: 'getResponse', incidentId, at: exportedAt });
  if (!response.ok) return response;
  const warningId = fromWarning(file.result);
  const warning = warningId === null ? null : getWarning(parts, { type: 'getWarning', warningId, at: exportedAt });
  const planHash = findIncident(parts, incidentId)?.planPin.hash ?? '';
  const pinned = plans.byHash(planHash);
  const planBody = db.prepare<[string], string>('SELECT body FROM plan_package WHERE hash = ?').pluck().get(planHash);
  if (pinned === null || planBody === undefined) return unanswered('unknownPlan', { planId: file.result.planId });
  const streams = [incidentStream(incidentId), alarmStream(incidentId), ...file.result.calls.map(callStream)];

  const reading = readExportLog(db, { streams, upTo: log.head().position });
  let step = reading.next();
  while (step.done !== true) {
    await turn();
    step = reading.next();
  }
  // The last entry there is; a chain that just began has none yet.
  const last = placedLines(step.value).at(-1);
  if (last === undefined) return unanswered('unknownIncident', { field: 'incidentId', id: incidentId });
  return answered({
    lines: step.value,
    plan: pinned.plan,
    planBody,
    planHash,
    file: file.result,
    response: response.result,
    warning: warning !== null && warning.ok ? warning.result : null,
    papers: desk.papers,
    head: { chainId: last.chainId, position: last.position, hash: last.hash },
    isDrill: kind !== 'live',
    isRecorded: kind !== 'practice',
    exportedAt,
    exportedBy: { officerId, name: exportedBy.name, post: exportedBy.post },
    appVersion,
    engineVersion: ENGINE_VERSION,
    words,
  });
}
