/**
 * From what was recorded to what the engine reads. One entry may bring several facts; all of them carry its id, so
 * that striking the entry strikes them all.
 */
import type { Fact, SentReport, Timed } from '#shared/plan/facts.ts';
import type { BulletinEventType } from '../bulletin/events.ts';
import type { CallTreeEventType } from '../callTree/events.ts';
import type { OnSceneEventType } from '../onScene/events.ts';
import type { RecordedEvent } from '../recorded.ts';
import type { ResponseEventType } from '../response/events.ts';
import type { WorkEventType } from '../work/events.ts';
import type { IncidentEventPayload, IncidentEventType, RecordedReport, ReportedFacts } from './events.ts';

type WithoutEntry<F> = F extends Fact ? Omit<F, 'entryId' | 'recordedAt' | 'struck'> : never;
type BareFact = WithoutEntry<Fact>;
/** What concerns who acts and what is done says nothing to the engine; only the level in force does. */
type SilentEventType =
  | Exclude<ResponseEventType, 'ResponseStarted' | 'ResponseAdjusted' | 'ResponseTerminated'>
  | OnSceneEventType
  | WorkEventType
  | BulletinEventType
  | CallTreeEventType
  | 'PhoneCallRecorded';
type Derivations = {
  [T in Exclude<IncidentEventType, SilentEventType>]: (
    payload: IncidentEventPayload<T>,
    recorded: Timed,
    position: number,
  ) => BareFact[];
};

const derivations: Derivations = {
  IncidentOpened: ({ occurred, discovered, received, reported }) => [
    { kind: 'times', occurred, discovered, received },
    ...reportedFacts(reported),
  ],
  CallJoined: ({ occurred, discovered, reported }) => {
    const times = { ...(occurred && { occurred }), ...(discovered && { discovered }) };
    const joined = reportedFacts(reported);
    return Object.keys(times).length === 0 ? joined : [{ kind: 'times', ...times }, ...joined];
  },
  FiguresRecorded: ({ observed, figures }) => [{ kind: 'figures', observed, values: figures }],
  ConditionsRecorded: ({ conditions }) => [{ kind: 'conditions', values: conditions }],
  DurationRecorded: ({ duration, source: _source, ...parts }) => [{ kind: 'duration', duration, ...defined(parts) }],
  DetailsRevised: () => [],
  TimesCorrected: ({ reason: _reason, ...times }) => [{ kind: 'times', ...defined(times) }],
  GradeDetermined: ({ grade }) => [{ kind: 'grade', grade }],
  ReportRecorded: ({ report }) => [{ kind: 'report', report: sentReport(report) }],
  DemandRecorded: ({ demandId, from, at }) => [{ kind: 'demand', demandId, from, at }],
  SwitchSet: ({ switch: id, on }) => [{ kind: 'switch', switch: id, on }],
  MarkSet: ({ mark, value }) => [{ kind: 'mark', mark, value }],
  ObligationWaived: ({ rule }) => [{ kind: 'waiver', rule }],
  NoteAdded: () => [],
  FileAttached: () => [],
  EntryStruck: () => [],
  DocumentSigned: () => [],
  ReceiptConfirmed: () => [],
  PaperSent: () => [],
  PaperReceived: () => [],
  IncidentExported: () => [],
  ResponseStarted: ({ level, decision }, _at, order) => [{ kind: 'level', level, at: decision.at, order }],
  ResponseAdjusted: ({ level, decision }, _at, order) => [{ kind: 'level', level, at: decision.at, order }],
  ResponseTerminated: ({ decision }, _at, order) => [{ kind: 'level', level: null, at: decision.at, order }],
  IncidentClosed: ({ outcome }, at) => [{ kind: 'closed', outcome, at }],
  IncidentMerged: (_payload, at) => [{ kind: 'closed', outcome: 'merged', at }],
  IncidentAbsorbed: ({ reported, reports, demands }) => [
    ...reported.flatMap(reportedFacts),
    ...reports.map((report): BareFact => ({ kind: 'report', report: sentReport(report) })),
    ...demands.map(({ demandId, from, at }): BareFact => ({ kind: 'demand', demandId, from, at })),
  ],
};

/** Silent and unknown event types are carried, and say nothing to the engine. */
export function factsOf(event: RecordedEvent): Fact[] {
  if (!Object.hasOwn(derivations, event.type)) return [];
  const derive = derivations[event.type as keyof Derivations] as (
    payload: unknown,
    recorded: Timed,
    position: number,
  ) => BareFact[];
  const { entryId, recordedAt, position } = event;
  return derive(event.payload, { at: recordedAt, precision: 'second' }, position).map((fact) => ({
    entryId,
    recordedAt,
    ...fact,
  }));
}

export function reportedFacts(reported: ReportedFacts): BareFact[] {
  const { observed, figures, conditions, durations, marks } = reported;
  const facts: BareFact[] = [];
  if (Object.keys(figures).length > 0) facts.push({ kind: 'figures', observed, values: figures });
  if (Object.keys(conditions).length > 0) facts.push({ kind: 'conditions', values: conditions });
  for (const [duration, parts] of Object.entries(durations))
    facts.push({ kind: 'duration', duration, ...defined(parts) });
  for (const [mark, value] of Object.entries(marks)) facts.push({ kind: 'mark', mark, value });
  return facts;
}

function sentReport(report: RecordedReport): SentReport {
  const { reportId, unit, kind, form, recipients, sent, demandId } = report;
  return { reportId, unit, kind, form, recipients, sent, ...(demandId !== null && { demandId }) };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the keys whose value is undefined: "left out" and "null" mean different things to the engine. */
function defined<T extends object>(parts: T): Defined<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Defined<T>;
}
