/** Rows of the statistics: counts and seconds, never words. All instants are UTC epoch milliseconds. */
import type { Obligation, ObligationState } from '#shared/plan/assessment.ts';
import type { LatenessCause } from './outcome.ts';

export type Spread = { n: number; median: number; worst: number };

export type Tally = {
  /** The engine's own states; they add up to the obligations counted. */
  states: Record<ObligationState, number>;
  /** Of those met late or overdue, each under one cause. */
  causes: Record<LatenessCause, number>;
  /** No longer owed, but only after the limit had passed. */
  supersededLate: number;
  /** Seconds that immediate obligations took until they were met. */
  elapsed: Spread | null;
  /** Seconds past the limit of those met late. */
  lateBy: Spread | null;
};

/** What this desk owes, and what others owe and it follows. */
export type Sides = { own: Tally; supervised: Tally };

/** What it took until this desk's first reports. Minutes: below 0 where it was sent before, null while there is none. */
export type FirstReports = {
  receiptToPhone: number | null;
  receiptToWritten: number | null;
  /** From the entry that saved the intake to the first report of either form. */
  intakeToReport: number | null;
  /** Keys at the intake and in that report's form; null where either was not all counted. */
  keysToReport: number | null;
};

/** `planId`: incidents of one desk may stand under several plans. */
export type RuleStatistics = { planId: string; rule: string; side: keyof Sides; tally: Tally };
/** `month`: 2026-02, in the plan's zone. */
export type MonthStatistics = Sides & { month: string };
export type IncidentStatistics = Sides & {
  incidentId: string;
  title: string;
  receivedAt: number;
  closedAt: number | null;
  first: FirstReports;
};

export type StatisticsRow = Sides & {
  at: number;
  /** Every month there is something of, whatever was asked for. */
  months: string[];
  /** Incidents of the span, whichever of them was asked for; latest first. */
  choices: { incidentId: string; title: string }[];
  rules: RuleStatistics[];
  monthly: MonthStatistics[];
  incidents: IncidentStatistics[];
  first: Record<keyof FirstReports, Spread | null>;
  warnings: WarningStatistics;
  nextChangeAt: number | null;
};

export type WarningStatistics = {
  /** Every month there is something of, whatever was asked for. */
  months: string[];
  /** Issues and re-issues, by month and by a level of the plan. */
  issues: { month: string; level: string; n: number }[];
  clues: number;
  /** Minutes. */
  clueToAssessment: Spread | null;
  assessmentToIssue: Spread | null;
  issueToAcknowledgement: Spread | null;
};

export type CountedRow = { incidentId: string; title: string; obligation: Obligation };
/** The obligations behind a count; the newest where there are more than were asked for. */
export type CountedRows = { at: number; total: number; rows: CountedRow[]; nextChangeAt: number | null };
