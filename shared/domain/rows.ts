/**
 * Rows: what is read of the log, as plain data with UTC epoch milliseconds and transition instants. Screens only format
 * them against the host's clock, so a tick computes nothing. (`shared/contract/rows.ts` adds the desk's own.)
 */
import type { Assessment } from '#shared/plan/assessment.ts';
import type { Quantity, Timed } from '#shared/plan/facts.ts';
import type { AlarmStage } from './alarm/alarm.ts';
import type { AlarmKind } from './alarm/commands.ts';
import type { AttachedTo, KeptFile } from './attachment/attachment.ts';
import type { CallTreeRow } from './callTree/rows.ts';
import type { DocumentContent, Issue, RecordedReport, Shown } from './incident/events.ts';
import type { ResponseDecision, StoredUnit } from './parts.ts';
import type { Actor } from './recorded.ts';
import type { ReminderRow } from './responseRows.ts';
import type { DutyToday } from './roster/view.ts';
import type { ClueRow, WarningRow } from './warningRows.ts';

export type OfficerRow = { officerId: string; name: string; post: string };
export type DutyRow = { duty: 'watch' | 'lead'; officerId: string; name: string; post: string; since: number };

export type LogRow = {
  /** Position in this file's log. */
  position: number;
  entryId: string;
  stream: string;
  incidentId: string | null;
  type: string;
  recordedAt: number;
  actor: Actor;
  payload: unknown;
  struck: { at: number; by: string; reason: string } | null;
};

export type ReportRow = RecordedReport & {
  entryId: string;
  recordedAt: number;
  actor: Actor;
  struck: boolean;
  clocksMet: string[];
  /** Whoever was rung up and said the paper is there. */
  receipts: { recipient: string; person: string; at: Timed; entryId: string }[];
};
export type DemandRow = {
  demandId: string;
  entryId: string;
  from: string;
  at: Timed;
  person: string | null;
  what: string;
  struck: boolean;
};
export type FigureEntryRow = {
  entryId: string;
  figure: string;
  quantity: Quantity;
  observed: Timed;
  source: string | null;
  recordedAt: number;
  actor: Actor;
  struck: boolean;
};
export type GradeEntryRow = {
  entryId: string;
  grade: string;
  reason: string | null;
  recordedAt: number;
  actor: Actor;
  struck: boolean;
};
/** A signed paper that is no report on its way, and for each unit who said that it is there. */
export type PaperDispatch = {
  dispatchId: string;
  entryId: string;
  recipients: StoredUnit[];
  at: Timed;
  via: string | null;
  sender: string | null;
  receipts: { recipient: StoredUnit; person: string; at: Timed }[];
};
export type DocumentRow = {
  documentId: string;
  entryId: string;
  kind: string;
  content: DocumentContent;
  signedOffBy: string;
  recordedAt: number;
  actor: Actor;
  shown: Shown;
  /** Missing on what was signed before papers were numbered. */
  issue?: Issue | undefined;
  /** The entry of the decision a notice tells of, or of the 批示 a sheet is about. */
  noticeOf?: string | undefined;
  /** Of a notice or record; a report goes out as a report. */
  dispatches: PaperDispatch[];
};
export type DetailNow = {
  detail: string /** null = 正在核实 */;
  value: string | null;
  entryId: string;
  recordedAt: number;
  source: string | null;
};

/** What the board shows of an incident. */
export type IncidentRow = {
  incidentId: string;
  title: string;
  planId: string;
  openedAt: number;
  /** At the intake that opened it; null where they were not all counted. */
  intakeKeys: number | null;
  lastEntryAt: number;
  closedAt: number | null;
  mergedInto: string | null;
  details: Record<string, DetailNow>;
  reports: ReportRow[];
  assessment: Assessment;
};

/** 信息发布: what the public is told, version by version [plan 4.6]. */
export type BulletinRow = {
  bulletinId: string;
  kind: string;
  state: 'draft' | 'approved' | 'released' | 'withdrawn';
  version: number;
  title: string;
  text: string;
  versions: { version: number; title: string; text: string; entryId: string; recordedAt: number; actor: Actor }[];
  /** Of the version that stands. */
  approval: (ResponseDecision & { version: number }) | null;
  released: {
    channels: { id: string | null; name: string }[];
    spokesperson: string | null;
    at: Timed;
    entryId: string;
    actor: Actor;
  } | null;
  withdrawn: { reason: string; at: number } | null;
  headEntryId: string;
};

/** 舆情 as it was noted. */
export type SentimentRow = {
  text: string;
  source: string | null;
  at: Timed;
  entryId: string;
  recordedAt: number;
  actor: Actor;
};

/** The incident file: the row and everything behind it. */
export type AttachmentRow = {
  attachmentId: string;
  of: AttachedTo;
  file: KeptFile;
  entryId: string;
  recordedAt: number;
  actor: Actor;
  struck: boolean;
};

export type IncidentFile = IncidentRow & {
  calls: string[];
  figureHistory: FigureEntryRow[];
  gradeHistory: GradeEntryRow[];
  demands: DemandRow[];
  documents: DocumentRow[];
  bulletins: BulletinRow[];
  sentiments: SentimentRow[];
  attachments: AttachmentRow[];
  entries: LogRow[];
};

export type AlarmRow = {
  alarmId: string;
  /** reminder: the quieter class, never mixed with clocks. */
  kind: AlarmKind;
  /** What it is about: an incident, a warning, or (neither) the clues that wait. */
  incidentId?: string | undefined;
  warningId?: string | undefined;
  /** Of the warning where it is one; empty for clues. */
  incidentTitle: string;
  /** When it was first heard. */
  raisedAt: number;
  /** What nobody acknowledged and nobody silenced. */
  stages: AlarmStage[];
  /** How many stages it has called in all: what `stagesSeen` of an acknowledgement names. */
  stagesCalled: number;
  acknowledged: { at: number; actor: Actor } | null;
};

/** The machine's clock moved by `seconds` against one that nobody sets. */
export type ClockJumpRow = {
  jumpId: string;
  bootId: string;
  /** Wall minus steady clock since, in ms. */
  newOffsetMs: number;
  at: number;
  seconds: number;
  acknowledged: { at: number; actor: Actor; clock: 'right' | 'wrong' } | null;
};

export type BoardRow = {
  at: number;
  /** Open incidents, most urgent first. */
  incidents: IncidentRow[];
  /** Closed within the last 24 h. */
  recentlyClosed: { incidentId: string; title: string; closedAt: number }[];
  /** Nobody assessed them yet, oldest first. */
  clues: ClueRow[];
  /** Watched, on the way or in force; those in force first, the highest level first. */
  warnings: WarningRow[];
  /** Whom to ring up, of the levels in force and the warnings that stand. */
  callTrees: CallTreeRow[];
  /** A band of their own below the clocks, never mixed with them: overdue first. */
  reminders: ReminderRow[];
  latest: LogRow[];
  onDuty: DutyRow[];
  /** What the roster and 零报告 want; null before the desk has a plan. */
  duty: DutyToday | null;
  /** Not acknowledged yet. */
  alarms: AlarmRow[];
  /** The latest, oldest first; empty on a machine whose clock was never set. */
  clockJumps: ClockJumpRow[];
  nextChangeAt: number | null;
};

export type CallRow = {
  callId: string;
  entryId: string;
  received: Timed;
  recordedAt: number;
  actor: Actor;
  source: string | null;
  details: Record<string, string | null>;
  disposition:
    | { kind: 'open' | 'join'; incidentId: string }
    | { kind: 'falseAlarm'; reason: string }
    | { kind: 'duplicate'; ofCallId: string; reason: string | null };
  /** Of one that is with no incident; an incident's are in its file. */
  attachments: AttachmentRow[];
};
