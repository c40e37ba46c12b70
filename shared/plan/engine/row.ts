/** The ledger's working rows: one obligation each, before they are shown at an instant. */
import type { ObligationCause, ObligationFlag } from '../assessment.ts';
import type { Instant } from '../facts.ts';
import type { ReportingRule } from '../schema.ts';

export type Row = {
  readonly rule: ReportingRule;
  readonly to: string | null;
  readonly triggerId: string;
  readonly generation: number;
  readonly demandId: string | null;
  readonly cause: ObligationCause;
  /** null: what the intake brought arises when the call was received, whatever that is corrected to. */
  readonly arisenAt: Instant | null;
  readonly flags: Set<ObligationFlag>;
  trigger: Instant;
  notBefore: Instant | null;
  dueAt: Instant | null;
  fulfilled: { readonly at: Instant; readonly by: string; readonly late: boolean } | null;
  waived: boolean;
  superseded: { readonly at: Instant; readonly received: Instant } | null;
};

/** A casualty figure changed: by which entry, recorded when. */
export type CasualtyChange = {
  readonly entryId: string;
  readonly at: Instant;
  /** Its entry was struck before anyone was told. */
  readonly withdrawn: boolean;
};
