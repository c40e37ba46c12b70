/** Whom to ring up: of one incident or warning with the directory's numbers, and of all that is in force for the board. */
import type { CallTreeFile, CallTreeRow, IncidentRow, WarningRow } from '#shared/contract/rows.ts';
import type { CallSubject } from '#shared/domain/callTree/commands.ts';
import { type Calls, incidentCalls, warningCalls } from '#shared/domain/callTree/runs.ts';
import { viewCallTree, viewCallTreeRow } from '#shared/domain/callTree/view.ts';
import { asKnownAt } from '#shared/domain/incident/view.ts';
import type { QueryOf } from '../parse.ts';
import { seenDirectory } from './directory.ts';
import { findIncident, planOf } from './incidents.ts';
import { type Answered, answered, type QueryParts, unanswered } from './parts.ts';
import { planOfWarning, warningAt } from './warnings.ts';

function callsAt(parts: QueryParts, subject: CallSubject, at: number): Calls | null {
  if ('warningId' in subject) {
    const state = warningAt(parts, subject.warningId, at);
    return state && warningCalls(planOfWarning(parts, state, at), state);
  }
  const state = findIncident(parts, subject.incidentId);
  const known = state && asKnownAt(state, at);
  return known && incidentCalls(planOf(parts, known, at), known);
}

export function getCallTree(parts: QueryParts, query: QueryOf<'getCallTree'>): Answered<CallTreeFile> {
  const { subject, runId = null, officerId = null, at = parts.clock.now() } = query;
  const calls = callsAt(parts, subject, at);
  if (calls === null) {
    return 'warningId' in subject
      ? unanswered('unknownWarning', { field: 'subject.warningId', id: subject.warningId })
      : unanswered('unknownIncident', { field: 'subject.incidentId', id: subject.incidentId });
  }
  const directory = seenDirectory(parts, query.at);
  if (directory === null) return unanswered('deskNotSetUp');
  return answered(viewCallTree(calls, directory, { runId, officerId }, at));
}

/** In the order of the board's incidents and warnings; what nobody is to be called for is left out. */
export function boardCallTrees(
  parts: QueryParts,
  incidents: readonly Pick<IncidentRow, 'incidentId'>[],
  warnings: readonly Pick<WarningRow, 'warningId'>[],
  at: number,
): CallTreeRow[] {
  const subjects: CallSubject[] = [
    ...incidents.map(({ incidentId }) => ({ incidentId })),
    ...warnings.map(({ warningId }) => ({ warningId })),
  ];
  return subjects.flatMap((subject) => {
    const calls = callsAt(parts, subject, at);
    return (calls && viewCallTreeRow(calls, at)) ?? [];
  });
}
