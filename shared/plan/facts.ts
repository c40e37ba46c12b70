/**
 * The facts of one incident as the engine reads them: what was recorded, when, in no particular order of lists.
 *
 * Why it exists: the engine knows neither events nor tables. The incident aggregate turns its log into these; a
 * preview on the 接报 page builds them from a form. Instants are UTC epoch milliseconds.
 */

/** UTC epoch milliseconds. */
export type Instant = number;
export type Precision = 'second' | 'minute' | 'about';
export type Timed = { readonly at: Instant; readonly precision: Precision };

export type Quantity =
  | { readonly kind: 'exact'; readonly n: number }
  | { readonly kind: 'atLeast'; readonly n: number }
  | { readonly kind: 'about'; readonly n: number }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  /** 正在核实: never 0. */
  | { readonly kind: 'unknown' };

export type TriState = 'yes' | 'no' | 'unknown';

type Entry = {
  /** The log entry behind it. */
  readonly entryId: string;
  readonly recordedAt: Instant;
  /** When the entry was struck through, and by which entry. */
  readonly struck?: { readonly at: Instant; readonly by: string };
};

/** A report sent or received, by whom to whom. */
export type SentReport = {
  readonly reportId: string;
  readonly unit: string;
  readonly kind: string;
  readonly form: 'phone' | 'written';
  readonly recipients: readonly string[];
  readonly sent: Timed;
  readonly demandId?: string;
};

export type Fact = Entry &
  (
    | {
        readonly kind: 'times';
        readonly occurred?: Timed | null;
        readonly discovered?: Timed | null;
        readonly received?: Timed;
      }
    | {
        readonly kind: 'figures';
        readonly observed: Timed;
        readonly values: Readonly<Record<string, Quantity>>;
      }
    | { readonly kind: 'conditions'; readonly values: Readonly<Record<string, TriState>> }
    | {
        readonly kind: 'duration';
        readonly duration: string;
        readonly started?: Timed | null;
        readonly ended?: Timed | null;
        readonly forecastHours?: number | null;
      }
    | { readonly kind: 'grade'; readonly grade: string }
    | { readonly kind: 'report'; readonly report: SentReport }
    | { readonly kind: 'demand'; readonly demandId: string; readonly from: string; readonly at: Timed }
    | { readonly kind: 'switch'; readonly switch: string; readonly on: boolean }
    | { readonly kind: 'mark'; readonly mark: string; readonly value: TriState }
    | { readonly kind: 'waiver'; readonly rule: string }
    | {
        readonly kind: 'level';
        readonly level: string | null;
        readonly at: Timed;
        /** Its place in the log: of several changes at one instant the last one stands, and each was made. */
        readonly order?: number;
      }
    | { readonly kind: 'closed'; readonly outcome: 'handled' | 'falseAlarm' | 'merged'; readonly at: Timed }
  );

export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { readonly kind: K }>;

export type IncidentFacts = {
  readonly incidentId: string;
  /** The opening entry's recordedAt: what was recorded then is "what the intake brings". */
  readonly openedAt: Instant;
  readonly facts: readonly Fact[];
};
