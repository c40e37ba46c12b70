/** What the engine answers about one incident at one instant. All instants are UTC epoch milliseconds. */
import type { Instant, Precision, Quantity, Timed, TriState } from './facts.ts';
import type { Provenance, ReportForm } from './schema.ts';

export type ObligationState =
  | 'pending'
  | 'dueSoon'
  | 'overdue'
  | 'immediate'
  | 'open'
  | 'fulfilledOnTime'
  | 'fulfilledLate'
  | 'fulfilled'
  | 'superseded'
  | 'waived';

/**
 * escalatedNow 升级补报·立即: newly owed by a risen grade or rule and already past due · lateReceipt: past due when the
 * call came · occurrenceCorrected: late only since the occurrence time was corrected · afterFlaggedDay: a late casualty
 * change after the flagged day (fire: day 7).
 */
export type ObligationFlag = 'escalatedNow' | 'lateReceipt' | 'occurrenceCorrected' | 'afterFlaggedDay';

export type ObligationCause = {
  /** The log entry that brought it, or null where an instant was reached (24 h outage). */
  readonly entryId: string | null;
  readonly clockGrade: string;
  readonly clockGradeBasis: ClockGradeBasis;
};

export type Obligation = {
  /** incident/rule/recipient/trigger/generation: stable across recomputation. */
  readonly key: string;
  readonly rule: string;
  readonly owedBy: string;
  readonly to: string | null;
  readonly form: ReportForm | 'any' | null;
  readonly triggerId: string;
  /** The instant the clock runs from. */
  readonly trigger: Instant;
  readonly dueAt: Instant | null;
  readonly dueSoonAt: Instant | null;
  /** For obligations without a number: when attention is called. */
  readonly attentionAt: readonly Instant[];
  readonly state: ObligationState;
  readonly flags: readonly ObligationFlag[];
  readonly arisenAt: Instant;
  readonly fulfilledAt: Instant | null;
  /** The report that met it, or the entry of the determination. */
  readonly fulfilledBy: string | null;
  readonly supersededAt: Instant | null;
  /** Running while overdue; fixed once met or superseded; null where no due instant exists. */
  readonly lateBySeconds: number | null;
  /** From the trigger, for obligations without a number. */
  readonly elapsedSeconds: number | null;
  readonly optional: boolean;
  readonly supervised: boolean;
  readonly clause: string;
  readonly provenance: Provenance;
  /** Why it is owed: the entry and the grade at the time it arose. */
  readonly cause: ObligationCause;
  readonly demandId: string | null;
};

export type CriterionMatch = {
  /** The grade or level it belongs to. */
  readonly of: string;
  readonly criterion: string;
  readonly clause: string;
  readonly provenance: Provenance;
  readonly subject: { readonly kind: 'figure' | 'condition' | 'duration'; readonly id: string };
  /** The number that met it: a count, an amount, or hours; null for a condition. */
  readonly value: number | null;
  /** The log entry the value comes from. */
  readonly entryId: string | null;
};

export type ClockGradeBasis =
  | { readonly kind: 'undetermined'; readonly clause: string }
  | { readonly kind: 'determined'; readonly entryId: string }
  /** 按事实推定: confirmed figures meet a higher grade than was determined. */
  | { readonly kind: 'facts'; readonly matches: readonly CriterionMatch[] };

export type Prompt =
  | {
      readonly kind: 'conservative' | 'forecast';
      readonly of: 'grade' | 'level';
      readonly id: string;
      readonly matches: readonly CriterionMatch[];
    }
  | {
      readonly kind: 'practice';
      readonly prompt: string;
      readonly suggestGrade: string;
      readonly value: number | null;
      readonly clause: string;
      readonly provenance: Provenance;
    };

export type FigureNow = {
  readonly figure: string;
  /** The observation that counts; `unknown` never erases a number. */
  readonly quantity: Quantity | null;
  /** 正在核实 was recorded after the number that still counts. */
  readonly beingVerified: boolean;
  readonly observed: Timed | null;
  readonly entryId: string | null;
  readonly confirmed: number | null;
  readonly conservative: number | null;
  /** Two different values stand at the same observed instant: the larger counts. */
  readonly conflictsWith: readonly string[];
};

export type DurationNow = {
  readonly duration: string;
  readonly started: Timed | null;
  readonly ended: Timed | null;
  readonly forecastHours: number | null;
  readonly elapsedHours: number | null;
  readonly entryId: string | null;
};

export type IncidentTimes = {
  readonly occurred: Timed | null;
  readonly discovered: Timed | null;
  readonly received: Timed;
  /** Where clocks start: occurred, or the earliest credible time known. */
  readonly clockStart: Timed;
  readonly clockStartAssumedFrom: 'occurred' | 'discovered' | 'received';
};

export type Assessment = {
  readonly at: Instant;
  readonly times: IncidentTimes;
  readonly figures: readonly FigureNow[];
  readonly conditions: Readonly<Record<string, TriState>>;
  readonly durations: readonly DurationNow[];
  readonly switches: Readonly<Record<string, boolean>>;
  readonly marks: Readonly<Record<string, TriState>>;
  /** The determined grade, or null: 暂时无法判明. */
  readonly grade: string | null;
  readonly gradeEntryId: string | null;
  readonly clockGrade: string;
  readonly clockGradeBasis: ClockGradeBasis;
  /** The grade that confirmed figures meet, or null. */
  readonly factsGrade: string | null;
  readonly factsGradeMatches: readonly CriterionMatch[];
  readonly proposedLevel: string | null;
  readonly proposedBasis: readonly CriterionMatch[];
  readonly prompts: readonly Prompt[];
  /** The level in force, or null. */
  readonly level: string | null;
  readonly closed: 'handled' | 'falseAlarm' | 'merged' | null;
  readonly obligations: readonly Obligation[];
  /** The next instant at which anything here changes by itself, or null. */
  readonly nextChangeAt: Instant | null;
};

export type { Precision };
