/**
 * A report that went out, or another unit's that came in: who told whom what, in which form, when. Which clocks it meets
 * is worked out by the engine and kept with it, as it was shown.
 */
import type { Assessment } from '#shared/plan/assessment.ts';
import { deskError, firstError, ownUnit, unknownItem, unknownItems } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { futureTimes, sentBeforeOccurred } from '../questions.ts';
import type { RecordedReport } from './events.ts';
import { assessAfter, assessNow, decided, incidentEvent, nowTimed, onIncident, type Subject } from './onIncident.ts';
import { standing, standingDemands } from './status.ts';

export function recordReport(command: CommandOf<'RecordReport'>, context: DecisionContext): Decision {
  return onIncident(command, context, 'afterClosing', (subject) => {
    const report = reportOf(command, subject, context);
    const error = reportError(report, subject);
    if (error !== null) return rejected(error);
    const before = assessNow(subject, context);
    const record = (clocksMet: string[]) => [incidentEvent(command, 'ReportRecorded', { report, clocksMet })];
    const after = assessAfter(subject.plan, subject.state, record([]), context);
    return decided(record(newlyMet(before, after)), [
      ...futureTimes({ sentAt: report.sent }, context.now),
      ...sentBeforeOccurred(report.sent, before.times.occurred),
    ]);
  });
}

function reportOf(
  command: CommandOf<'RecordReport'>,
  { state, plan }: Subject,
  context: DecisionContext,
): RecordedReport {
  const { reportId, kind, form, recipients } = command;
  const document = standing(state, 'DocumentSigned').find(({ payload }) => payload.documentId === command.documentId);
  return {
    reportId,
    unit: command.unit ?? ownUnit(plan),
    kind,
    form,
    recipients: [...new Set(recipients)],
    sent: command.sentAt ?? nowTimed(context),
    receiver: command.receiver ?? null,
    sender: command.sender ?? null,
    signedOffBy: command.signedOffBy ?? document?.payload.signedOffBy ?? null,
    readBack: command.readBack ?? null,
    demandId: command.demandId ?? null,
    documentId: command.documentId ?? null,
    note: command.note ?? null,
    ...(command.via !== undefined && { via: command.via }),
    ...(command.keysPressed !== undefined && { keysPressed: command.keysPressed }),
  };
}

function reportError(report: RecordedReport, { state, plan }: Subject): DeskError | null {
  const { reportId, unit, kind, form, recipients, signedOffBy, demandId, documentId } = report;
  const unknown = firstError(
    unknownItem('unit', unit, plan.units),
    unknownItem('kind', kind, plan.reportKinds),
    unknownItems('recipients', recipients, plan.units),
  );
  if (unknown !== null) return unknown;
  // Struck ids stay taken: a clock met by a report keeps naming that one.
  const ids = state.facts.flatMap((fact) => (fact.kind === 'report' ? [fact.report.reportId] : []));
  if (ids.includes(reportId)) return deskError('idTaken', { field: 'reportId', id: reportId });
  if (demandId !== null && !standingDemands(state).some((demand) => demand.demandId === demandId)) {
    return deskError('unknownDemand', { field: 'demandId', id: demandId });
  }
  const documents = standing(state, 'DocumentSigned').map(({ payload }) => payload.documentId);
  if (documentId !== null && !documents.includes(documentId)) {
    return deskError('unknownDocument', { field: 'documentId', id: documentId });
  }
  // Another unit's paper is only noted as it arrived; ours does not leave without a signature.
  const isOurs = unit === ownUnit(plan);
  return isOurs && form === 'written' && signedOffBy === null
    ? deskError('signOffNeeded', { field: 'signedOffBy' })
    : null;
}

function newlyMet(before: Assessment, after: Assessment): string[] {
  const wasMet = new Set(before.obligations.filter((row) => row.fulfilledAt !== null).map((row) => row.key));
  return after.obligations.filter((row) => row.fulfilledAt !== null && !wasMet.has(row.key)).map((row) => row.key);
}
