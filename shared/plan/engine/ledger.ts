/**
 * The obligations of one incident, step by step through its history. A step is an instant at which something was
 * recorded or struck, or a running duration reached a threshold; all entries of one instant count together, so their
 * order never matters. The state at t is the fold of the steps up to t. Source: rules §3.
 */
import type { ObligationCause } from '../assessment.ts';
import type { Fact, IncidentFacts, Instant } from '../facts.ts';
import type { PlanPackage, ReportingRule } from '../schema.ts';
import { type ClockGrade, clockGradeAt, crossingsAfter } from './criteria.ts';
import { type Current, currentAt, effectiveAt } from './current.ts';
import { type Fulfilment, fulfilment, mayMeet, refresh } from './fulfilment.ts';
import { type CasualtyChange, type Row, RowBook } from './row.ts';
import { MINUTE_MS } from './timing.ts';
import { type Situation, sortedReports, stoppedByFinalAt, type Trigger, wantedTriggers } from './wanted.ts';

export type Ledger = {
  readonly plan: PlanPackage;
  readonly incident: IncidentFacts;
  /** The last step taken. */
  readonly at: Instant;
  readonly current: Current;
  readonly rows: readonly Row[];
  readonly changes: readonly CasualtyChange[];
  readonly clockGrades: readonly { readonly at: Instant; readonly clockGrade: ClockGrade }[];
};

/** The instants at which something was recorded or struck, in order. */
export function recordedInstants(incident: IncidentFacts): Instant[] {
  const instants = new Set<Instant>();
  for (const fact of incident.facts) {
    instants.add(fact.recordedAt);
    if (fact.struck) instants.add(fact.struck.at);
  }
  return [...instants].sort((a, b) => a - b);
}

/** The ledger after everything up to `until`, thresholds included; goes on from an earlier one where only later entries came. */
export function ledgerAt(plan: PlanPackage, incident: IncidentFacts, until: Instant, earlier?: Ledger): Ledger {
  let ledger = earlier !== undefined && goesOn(earlier, plan, incident) ? { ...earlier, incident } : null;
  for (const instant of recordedInstants(incident)) {
    if (instant > until) break;
    if (ledger !== null && instant <= ledger.at) continue;
    if (ledger !== null) ledger = advance(ledger, instant - 1);
    ledger = step(plan, incident, ledger, instant);
  }
  if (ledger === null) throw new Error(`incident ${incident.incidentId} was not yet opened at ${until}`);
  return advance(ledger, until);
}

/** Whether the earlier ledger's facts stand first, unchanged but for later strikes, and all others came after its last step. */
function goesOn(earlier: Ledger, plan: PlanPackage, incident: IncidentFacts): boolean {
  const known = earlier.incident.facts;
  if (earlier.plan !== plan || earlier.incident.incidentId !== incident.incidentId) return false;
  if (incident.facts.length < known.length) return false;
  return incident.facts.every((fact, index) => {
    const before = known[index];
    if (before === undefined) return fact.recordedAt > earlier.at;
    return fact === before || isStruckLater(before, fact, earlier.at);
  });
}

function isStruckLater(before: Fact, after: Fact, at: Instant): boolean {
  const isSame =
    before.entryId === after.entryId && before.kind === after.kind && before.recordedAt === after.recordedAt;
  return isSame && before.struck === undefined && after.struck !== undefined && after.struck.at > at;
}

/** Takes the steps that come by themselves (thresholds of running durations) up to and including `until`. */
export function advance(ledger: Ledger, until: Instant): Ledger {
  let result = ledger;
  for (const instant of crossingsAfter(ledger.plan, ledger.current, ledger.at)) {
    if (instant > until) break;
    result = step(result.plan, result.incident, result, instant);
  }
  return result;
}

function step(plan: PlanPackage, incident: IncidentFacts, before: Ledger | null, at: Instant): Ledger {
  const effective = effectiveAt(incident.facts, at);
  const current = currentAt(plan, effective);
  const clockGrade = clockGradeAt(plan, current, at);
  const clockGrades = [...(before?.clockGrades ?? []), { at, clockGrade }];
  const rows = new RowBook(before?.rows ?? []);
  const changes = casualtyChangesAt(plan, incident, before, current, at);
  const situation: Situation = {
    plan,
    at,
    isIntake: before === null,
    current,
    effective,
    clockGradeRank: clockGrade.rank,
    clockGradeRankAt: (instant) =>
      (clockGrades.findLast((entry) => entry.at <= instant) ?? clockGrades[0])?.clockGrade.rank ?? -1,
    reports: sortedReports(effective),
    changes,
    rows,
  };
  const met = fulfilment(situation);
  if (before === null || mayMeet(incident, at)) {
    for (const row of rows.all) if (row.superseded === null) refresh(met, row);
  }
  const roseOrSame = before === null || clockGrade.rank >= (before.clockGrades.at(-1)?.clockGrade.rank ?? -1);
  const cause = (trigger: Trigger): ObligationCause => ({
    entryId: trigger.entryId ?? causeEntry(incident, before, effective, clockGrade, at),
    clockGrade: clockGrade.grade,
    clockGradeBasis: clockGrade.basis,
  });
  for (const rule of plan.reportingRules) {
    for (const to of rule.recipients.length > 0 ? rule.recipients : [null]) {
      settle(situation, rule, to, { roseOrSame, cause, met });
    }
  }
  return { plan, incident, at, current, rows: rows.all, changes, clockGrades };
}

/** Which entry of this instant brought an obligation that stands on the grade; null where a threshold was reached. */
function causeEntry(
  incident: IncidentFacts,
  before: Ledger | null,
  effective: readonly Fact[],
  clockGrade: ClockGrade,
  at: Instant,
): string | null {
  if (before === null) return effective.find((fact) => fact.kind === 'times')?.entryId ?? null;
  if (clockGrade.basis.kind === 'determined') return clockGrade.basis.entryId;
  const recordedNow = effective.filter((fact) => fact.recordedAt === at).map((fact) => fact.entryId);
  const strikes = incident.facts.filter((fact) => fact.struck?.at === at).map((fact) => fact.struck?.by ?? '');
  const matched = clockGrade.basis.kind === 'facts' ? clockGrade.basis.matches.map((match) => match.entryId) : [];
  return (
    matched.find((id) => id !== null && recordedNow.includes(id)) ?? [...recordedNow, ...strikes].sort()[0] ?? null
  );
}

type Settling = {
  readonly roseOrSame: boolean;
  readonly cause: (trigger: Trigger) => ObligationCause;
  readonly met: Fulfilment;
};

/** Brings the rows of one rule and recipient in line with what is wanted now. */
function settle(situation: Situation, rule: ReportingRule, to: string | null, settling: Settling): void {
  const { rows } = situation;
  let wanted = wantedTriggers(situation, rule, to);
  for (;;) {
    const missing = wanted.filter((trigger) => isMissing(rows, rule, to, trigger));
    if (missing.length === 0) break;
    for (const trigger of missing) rows.add(newRow(situation, rule, to, trigger, settling));
    wanted = wantedTriggers(situation, rule, to);
  }
  const byId = new Map(wanted.map((trigger) => [trigger.triggerId, trigger]));
  for (const row of rows.of(rule, to)) {
    if (row.superseded !== null) continue;
    const trigger = byId.get(row.triggerId);
    if (trigger !== undefined) {
      keep(situation, settling.met, row, trigger);
      continue;
    }
    if (row.fulfilled !== null || row.waived) continue;
    const stoppedAt = stoppedByFinalAt(situation, rule);
    row.superseded = {
      at: Math.min(stoppedAt ?? situation.at, situation.at),
      received: situation.current.times.received.at,
    };
  }
}

/** Met or live rows stand; of rules in one series, a window met under one is met under all. */
function isMissing(rows: RowBook, rule: ReportingRule, to: string | null, trigger: Trigger): boolean {
  return !rows.triggeredBy(to, trigger.triggerId).some((row) => {
    if (row.superseded !== null) return false;
    if (row.rule.id === rule.id) return true;
    return rule.series !== undefined && row.rule.series === rule.series && (row.fulfilled !== null || row.waived);
  });
}

function dueAtOf(rule: ReportingRule, trigger: Trigger): Instant | null {
  return rule.due.kind === 'within' ? trigger.at + rule.due.minutes * MINUTE_MS : null;
}

function newRow(
  situation: Situation,
  rule: ReportingRule,
  to: string | null,
  trigger: Trigger,
  settling: Settling,
): Row {
  const { at, current, rows } = situation;
  const dueAt = dueAtOf(rule, trigger);
  const standing = trigger.recordedAt === null;
  const row: Row = {
    rule,
    to,
    triggerId: trigger.triggerId,
    generation: 1 + rows.triggeredBy(to, trigger.triggerId).filter((other) => other.rule.id === rule.id).length,
    demandId: trigger.demandId,
    cause: settling.cause(trigger),
    arisenAt: situation.isIntake && standing ? null : arisenAt(rule, trigger, at),
    flags: new Set(trigger.flagged ? ['afterFlaggedDay'] : []),
    trigger: trigger.at,
    notBefore: trigger.notBefore,
    dueAt,
    fulfilled: null,
    waived: false,
    superseded: null,
  };
  if (dueAt !== null && dueAt < at) {
    const becameOwed = !situation.isIntake && trigger.recordedAt !== at && settling.roseOrSame;
    if (becameOwed) row.flags.add('escalatedNow');
    else if (standing && dueAt < current.times.received.at) row.flags.add('lateReceipt');
  }
  refresh(settling.met, row);
  return row;
}

function arisenAt(rule: ReportingRule, trigger: Trigger, at: Instant): Instant {
  const byChange = rule.trigger.kind === 'casualtyChange' || rule.trigger.kind === 'lateCasualtyChange';
  return byChange && trigger.recordedAt !== null ? trigger.recordedAt : at;
}

/** Follows corrected times; says so where the correction alone made it late. */
function keep(situation: Situation, met: Fulfilment, row: Row, trigger: Trigger): void {
  const dueAt = dueAtOf(row.rule, trigger);
  if (trigger.at === row.trigger && dueAt === row.dueAt) return;
  const wasLate = isLate(row, situation.at);
  row.trigger = trigger.at;
  row.notBefore = trigger.notBefore;
  row.dueAt = dueAt;
  refresh(met, row);
  if (!wasLate && isLate(row, situation.at)) row.flags.add('occurrenceCorrected');
  if (!isLate(row, situation.at))
    for (const flag of ['occurrenceCorrected', 'lateReceipt'] as const) row.flags.delete(flag);
}

function isLate(row: Row, at: Instant): boolean {
  if (row.dueAt === null) return false;
  return row.fulfilled === null ? at > row.dueAt : row.fulfilled.late;
}

/**
 * Casualty figures that changed at this instant, confirmed values only. A number struck before anyone was told of it
 * is withdrawn with its own change; struck after that, the strike itself is a change that must be told.
 */
function casualtyChangesAt(
  plan: PlanPackage,
  incident: IncidentFacts,
  before: Ledger | null,
  current: Current,
  at: Instant,
): CasualtyChange[] {
  if (before === null) return [];
  const struckNow = new Map(
    incident.facts.flatMap((fact) => (fact.struck?.at === at ? [[fact.entryId, fact.struck.by] as const] : [])),
  );
  const told = (entryId: string): boolean => {
    const rows = before.rows.filter((row) => row.triggerId === entryId && row.superseded === null);
    return rows.length === 0 || rows.some((row) => row.fulfilled !== null);
  };
  const kept = before.changes.map((change) =>
    struckNow.has(change.entryId) && !told(change.entryId) ? { ...change, withdrawn: true } : change,
  );
  const added = new Map<string, CasualtyChange>();
  for (const figure of plan.figures) {
    if (!figure.casualty) continue;
    const was = before.current.figures.get(figure.id);
    const is = current.figures.get(figure.id);
    if ((was?.confirmed ?? 0) === (is?.confirmed ?? 0)) continue;
    const source = is?.entryId ?? null;
    const recordedNow =
      source !== null && incident.facts.some((fact) => fact.entryId === source && fact.recordedAt === at);
    if (recordedNow) {
      added.set(source, { entryId: source, at, withdrawn: false });
      continue;
    }
    const struckEntry = was?.entryId ?? null;
    const strike = struckEntry === null ? undefined : struckNow.get(struckEntry);
    if (struckEntry !== null && strike !== undefined && told(struckEntry))
      added.set(strike, { entryId: strike, at, withdrawn: false });
  }
  return [...kept, ...added.values()];
}
