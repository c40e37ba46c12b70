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

/** The rows of one step, found by rule and recipient and by what triggered them: an incident may gather hundreds. */
export class RowBook {
  readonly all: Row[] = [];
  readonly #byRule = new Map<string, Row[]>();
  readonly #byTrigger = new Map<string, Row[]>();

  constructor(rows: readonly Row[]) {
    for (const row of rows) this.add({ ...row, flags: new Set(row.flags) });
  }

  add(row: Row): void {
    this.all.push(row);
    append(this.#byRule, `${row.rule.id} ${row.to}`, row);
    append(this.#byTrigger, `${row.to} ${row.triggerId}`, row);
  }

  of(rule: ReportingRule, to: string | null): readonly Row[] {
    return this.#byRule.get(`${rule.id} ${to}`) ?? [];
  }

  triggeredBy(to: string | null, triggerId: string): readonly Row[] {
    return this.#byTrigger.get(`${to} ${triggerId}`) ?? [];
  }
}

function append(index: Map<string, Row[]>, key: string, row: Row): void {
  const rows = index.get(key);
  if (rows === undefined) index.set(key, [row]);
  else rows.push(row);
}
