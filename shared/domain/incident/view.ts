/**
 * What is shown of an incident as known at an instant: entries recorded later do not exist yet, and what the engine says
 * of the facts known then.
 */
import { assess, assessLedger, type Ledger } from '#shared/plan/engine/assess.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { bulletinsOf, sentimentsOf } from '../bulletin/bulletins.ts';
import type { RecordedEvent } from '../recorded.ts';
import type {
  AttachmentRow,
  DemandRow,
  DocumentRow,
  FigureEntryRow,
  GradeEntryRow,
  IncidentFile,
  IncidentRow,
  LogRow,
  ReportRow,
} from '../rows.ts';
import { isOwnKind, type ReportedFacts } from './events.ts';
import { entriesAfter, type IncidentAnswer } from './fileAfter.ts';
import { evolveIncident, type IncidentState, isEntry, strikeOf } from './incident.ts';
import { dispatchesOf } from './paperDispatch.ts';
import { callsOf, detailsOf, isStruck, standing, statusOf } from './status.ts';

const latest = new WeakMap<IncidentState['entries'], number>();

/** Asked several times for each screen; entries of two desks need not stand in the order of their instants. */
function lastRecordedAt({ entries }: IncidentState): number {
  const known = latest.get(entries) ?? entries.reduce((last, { recordedAt }) => Math.max(last, recordedAt), -Infinity);
  latest.set(entries, known);
  return known;
}

/** The incident as known at `at`; null before it was opened. */
export function asKnownAt(state: IncidentState, at: number): IncidentState | null {
  if (lastRecordedAt(state) <= at) return state;
  return state.entries
    .filter((entry) => entry.recordedAt <= at)
    .reduce<IncidentState | null>((known, entry) => evolveIncident(known, entry), null);
}

/** `ledger`: of all the incident's facts, where the caller keeps one. */
export function viewIncidentRow(plan: PlanPackage, state: IncidentState, at: number, ledger?: Ledger): IncidentRow {
  const known = asKnownAt(state, at) ?? state;
  const instant = Math.max(at, state.openedAt);
  const status = statusOf(known);
  return {
    incidentId: known.incidentId,
    title: known.title,
    planId: known.planPin.id,
    openedAt: known.openedAt,
    intakeKeys: standing(known, 'IncidentOpened')[0]?.payload.keysPressed ?? null,
    lastEntryAt: known.entries.at(-1)?.recordedAt ?? known.openedAt,
    closedAt: status.kind === 'open' ? null : status.at,
    mergedInto: status.kind === 'merged' ? status.into : null,
    details: detailsOf(known),
    reports: known.entries.flatMap((entry) => reportRows(known, entry)),
    assessment: ledger === undefined ? assess(plan, known, instant) : assessLedger(ledger, instant),
  };
}

export const viewIncidentFile = (plan: PlanPackage, state: IncidentState, at: number, ledger?: Ledger): IncidentFile =>
  viewIncidentAfter(plan, state, at, ledger, undefined);

/** `after`: the last entry that whoever asks has. */
export function viewIncidentAfter(
  plan: PlanPackage,
  state: IncidentState,
  at: number,
  ledger: Ledger | undefined,
  after: string | undefined,
): IncidentAnswer {
  const known = asKnownAt(state, at) ?? state;
  const rest = after === undefined ? null : entriesAfter(known.entries, after);
  return {
    ...viewIncidentRow(plan, state, at, ledger),
    calls: callsOf(known),
    figureHistory: known.entries.flatMap((entry) => figureRows(known, entry)),
    gradeHistory: known.entries.flatMap((entry) => gradeRows(known, entry)),
    demands: known.entries.flatMap((entry) => demandRows(known, entry)),
    documents: documentsOf(known),
    bulletins: bulletinsOf(known),
    sentiments: sentimentsOf(known),
    attachments: known.entries.flatMap((entry) => attachmentRows(known, entry)),
    entries: (rest ?? known.entries).map((entry) => logRow(known, entry)),
    ...(rest !== null && after !== undefined && { after }),
  };
}

export function logRow(state: IncidentState, entry: RecordedEvent): LogRow {
  const { position, entryId, stream, type, recordedAt, actor, payload } = entry;
  const struck = strikeOf(state, entryId);
  return { position, entryId, stream, incidentId: state.incidentId, type, recordedAt, actor, payload, struck };
}

function writtenBy(state: IncidentState, { entryId, recordedAt, actor }: RecordedEvent) {
  return { entryId, recordedAt, actor, struck: isStruck(state, entryId) };
}

function reportRows(state: IncidentState, entry: RecordedEvent): ReportRow[] {
  if (isEntry(entry, 'ReportRecorded')) {
    const { report, clocksMet } = entry.payload;
    return [{ ...report, ...writtenBy(state, entry), clocksMet, receipts: receiptsOf(state, report.reportId) }];
  }
  if (!isEntry(entry, 'IncidentAbsorbed')) return [];
  return entry.payload.reports.map((report) => ({
    ...report,
    ...writtenBy(state, entry),
    clocksMet: [],
    receipts: receiptsOf(state, report.reportId),
  }));
}

function receiptsOf(state: IncidentState, reportId: string): ReportRow['receipts'] {
  return standing(state, 'ReceiptConfirmed')
    .filter(({ payload }) => payload.reportId === reportId)
    .map(({ payload: { recipient, person, at }, entryId }) => ({ recipient, person, at, entryId }));
}

function figureRows(state: IncidentState, entry: RecordedEvent): FigureEntryRow[] {
  return observationsIn(entry).flatMap(({ figures, observed, source }) =>
    Object.entries(figures).map(([figure, quantity]) => ({
      figure,
      quantity,
      observed,
      source,
      ...writtenBy(state, entry),
    })),
  );
}

type Observation = Pick<ReportedFacts, 'figures' | 'observed' | 'source'>;

function observationsIn(entry: RecordedEvent): readonly Observation[] {
  if (isEntry(entry, 'IncidentOpened') || isEntry(entry, 'CallJoined')) return [entry.payload.reported];
  if (isEntry(entry, 'FiguresRecorded')) return [entry.payload];
  return isEntry(entry, 'IncidentAbsorbed') ? entry.payload.reported : [];
}

function gradeRows(state: IncidentState, entry: RecordedEvent): GradeEntryRow[] {
  if (!isEntry(entry, 'GradeDetermined')) return [];
  const { grade, reason } = entry.payload;
  return [{ grade, reason, ...writtenBy(state, entry) }];
}

function demandRows(state: IncidentState, entry: RecordedEvent): DemandRow[] {
  const demands = isEntry(entry, 'DemandRecorded')
    ? [entry.payload]
    : isEntry(entry, 'IncidentAbsorbed')
      ? entry.payload.demands
      : [];
  const { entryId } = entry;
  return demands.map(({ demandId, from, at, person, what }) => ({
    demandId,
    entryId,
    from,
    at,
    person,
    what,
    struck: isStruck(state, entryId),
  }));
}

export const documentsOf = (known: IncidentState): DocumentRow[] =>
  known.entries.flatMap((entry) => documentRows(known, entry));

function documentRows(state: IncidentState, entry: RecordedEvent): DocumentRow[] {
  if (!isEntry(entry, 'DocumentSigned')) return [];
  const { entryId, recordedAt, actor } = entry;
  const dispatches = isOwnKind(entry.payload.kind) ? dispatchesOf(state, entry.payload.documentId) : [];
  return [{ ...entry.payload, entryId, recordedAt, actor, dispatches }];
}

function attachmentRows(state: IncidentState, entry: RecordedEvent): AttachmentRow[] {
  if (!isEntry(entry, 'FileAttached')) return [];
  const { of } = entry.payload;
  // Those are in no incident's stream.
  if (of.kind === 'clue' || of.kind === 'warning') return [];
  return [{ ...entry.payload, of, ...writtenBy(state, entry) }];
}
