/**
 * Which obligations the plan wants at one instant, rule by rule. Nothing is stored here: the ledger compares this with
 * the rows it has. Source: rules §3.
 */
import type { Fact, FactOf, Instant, SentReport, Timed } from '../facts.ts';
import type { PlanPackage, ReportingRule } from '../schema.ts';
import { gradeRank, levelRank } from './criteria.ts';
import type { Current } from './current.ts';
import { factsOfKind, levelsInOrder } from './current.ts';
import type { CasualtyChange, RowBook } from './row.ts';
import { endOfDayAfter, latestOf, sentAtOrAfter } from './timing.ts';

export type ReportFact = FactOf<'report'>;

export type Situation = {
  readonly plan: PlanPackage;
  readonly at: Instant;
  /** The opening step: what it brings arises when the call was received. */
  readonly isIntake: boolean;
  readonly current: Current;
  readonly effective: readonly Fact[];
  readonly clockGradeRank: number;
  /** Rank of the clock grade at a past instant. */
  readonly clockGradeRankAt: (at: Instant) => number;
  /** Effective reports by sent instant, then recorded instant, then id. */
  readonly reports: readonly ReportFact[];
  readonly changes: readonly CasualtyChange[];
  readonly rows: RowBook;
};

/** One thing that makes something owed. */
export type Trigger = {
  readonly triggerId: string;
  readonly at: Instant;
  readonly entryId: string | null;
  /** When what brought it was recorded; null for what stands from the opening. */
  readonly recordedAt: Instant | null;
  readonly demandId: string | null;
  /** Reports sent before this instant cannot meet it; null where any earlier one counts. */
  readonly notBefore: Instant | null;
  readonly flagged: boolean;
};

export function sortedReports(effective: readonly Fact[]): ReportFact[] {
  return factsOfKind(effective, 'report').sort(
    (a, b) =>
      a.report.sent.at - b.report.sent.at ||
      a.recordedAt - b.recordedAt ||
      (a.report.reportId < b.report.reportId ? -1 : 1),
  );
}

/** The unit's own reports; a standing body also speaks for the body it serves [plan 2.1]. */
export function speaksFor(plan: PlanPackage, unit: string, owedBy: string): boolean {
  return unit === owedBy || plan.units.some((u) => u.id === unit && u.standingBodyOf === owedBy);
}

export function isReport(
  situation: Situation,
  report: SentReport,
  owedBy: string,
  to: string,
  kinds: readonly string[],
): boolean {
  return (
    kinds.includes(report.kind) && report.recipients.includes(to) && speaksFor(situation.plan, report.unit, owedBy)
  );
}

/** First and follow-up reports of the unit to the main recipient: they open and close follow-up windows. */
function windowReports(situation: Situation, owedBy: string): ReportFact[] {
  const { initial, followUp, mainRecipient } = situation.plan.reportRoles;
  return situation.reports.filter((fact) =>
    isReport(situation, fact.report, owedBy, mainRecipient, [initial, followUp]),
  );
}

function finalReport(situation: Situation, owedBy: string): ReportFact | null {
  const { final, mainRecipient } = situation.plan.reportRoles;
  return situation.reports.find((fact) => isReport(situation, fact.report, owedBy, mainRecipient, [final])) ?? null;
}

/** The instant since which a final report has stopped follow-ups, or null. */
export function stoppedByFinalAt(situation: Situation, rule: ReportingRule): Instant | null {
  if (rule.trigger.kind !== 'lastReport' && rule.trigger.kind !== 'casualtyChange') return null;
  return finalReport(situation, rule.owedBy)?.report.sent.at ?? null;
}

export function wantedTriggers(situation: Situation, rule: ReportingRule, to: string | null): Trigger[] {
  if (!applies(situation, rule)) return [];
  const triggers = triggersOf(situation, rule, to);
  const { closed } = situation.current;
  if (closed === null) return triggers;
  if (closed.outcome === 'merged') return [];
  // A closed incident owes its end, what late changes bring, and what came in after it was closed; the rest was listed when closing.
  if (rule.trigger.kind === 'ended' || rule.trigger.kind === 'lateCasualtyChange') return triggers;
  return triggers.filter((trigger) => trigger.recordedAt !== null && trigger.recordedAt > closed.recordedAt);
}

function applies({ plan, current, clockGradeRank }: Situation, rule: ReportingRule): boolean {
  const when = rule.appliesWhen;
  if (when.clockGradeFrom !== undefined && clockGradeRank < gradeRank(plan, when.clockGradeFrom)) return false;
  if (when.clockGradeTo !== undefined && clockGradeRank > gradeRank(plan, when.clockGradeTo)) return false;
  if (when.unlessMarkNo !== undefined && current.marks.get(when.unlessMarkNo) === 'no') return false;
  if (when.switchOn !== undefined && current.switches.get(when.switchOn) !== true) return false;
  if (when.switchOff !== undefined && current.switches.get(when.switchOff) === true) return false;
  return true;
}

const STANDING = { entryId: null, recordedAt: null, demandId: null, flagged: false } as const;

function triggersOf(situation: Situation, rule: ReportingRule, to: string | null): Trigger[] {
  const { current } = situation;
  switch (rule.trigger.kind) {
    case 'occurrence': {
      const at = current.times.clockStart.at;
      return [{ ...STANDING, triggerId: 'occurrence', at, notBefore: earlierCounts(rule) ? null : at }];
    }
    case 'receipt': {
      const at = current.times.received.at;
      return [{ ...STANDING, triggerId: 'receipt', at, notBefore: earlierCounts(rule) ? null : at }];
    }
    case 'arising': {
      const row = situation.rows.of(rule, to).find((other) => other.superseded === null);
      const at = row?.trigger ?? (situation.isIntake ? current.times.received.at : situation.at);
      return [{ ...STANDING, triggerId: 'arising', at, notBefore: earlierCounts(rule) ? null : at }];
    }
    case 'lastReport':
      return followUpWindows(situation, rule);
    case 'report':
      return reportTriggers(situation, rule, rule.trigger, to);
    case 'demand': {
      const { from } = rule.trigger;
      return factsOfKind(situation.effective, 'demand')
        .filter((fact) => fact.from === from)
        .map((fact) => triggerOf(rule, fact, fact.demandId, fact.at, { demandId: fact.demandId }));
    }
    case 'casualtyChange':
      return casualtyTriggers(situation, rule, 'beforeFinal');
    case 'lateCasualtyChange':
      return casualtyTriggers(situation, rule, 'afterFinal');
    case 'levelRaised':
      return levelTriggers(situation, rule, rule.trigger.level);
    case 'ended':
      return endTriggers(situation, rule);
  }
}

function earlierCounts(rule: ReportingRule): boolean {
  return rule.fulfilledBy.kind === 'determination' || rule.fulfilledBy.earlierReportsCount;
}

function triggerOf(
  rule: ReportingRule,
  fact: Fact,
  triggerId: string,
  at: Timed,
  extra: Partial<Trigger> = {},
): Trigger {
  return {
    triggerId,
    at: at.at,
    entryId: fact.entryId,
    recordedAt: fact.recordedAt,
    demandId: null,
    notBefore: earlierCounts(rule) ? null : at.at,
    flagged: false,
    ...extra,
  };
}

/**
 * The window since the last report, and windows of reports recorded just now: a report entered late, or two entered
 * together, still open their own. Reports sent at the same instant open one window.
 */
function followUpWindows(situation: Situation, rule: ReportingRule): Trigger[] {
  if (finalReport(situation, rule.owedBy) !== null) return [];
  const reports = windowReports(situation, rule.owedBy);
  const openers = reports.filter((fact, index) => reports[index - 1]?.report.sent.at !== fact.report.sent.at);
  const last = openers.at(-1);
  return openers
    .filter((fact) => fact === last || fact.recordedAt === situation.at)
    .map((fact) => triggerOf(rule, fact, fact.report.reportId, fact.report.sent));
}

/** Several unmet merge into one: a report sent while an earlier one is unanswered adds no row of its own. */
function reportTriggers(
  situation: Situation,
  rule: ReportingRule,
  trigger: Extract<ReportingRule['trigger'], { kind: 'report' }>,
  to: string | null,
): Trigger[] {
  const rows = situation.rows.of(rule, to).filter((row) => row.superseded === null);
  const qualifying = situation.reports
    .filter((fact) => isReport(situation, fact.report, rule.owedBy, trigger.to, trigger.kinds))
    .filter((fact) => wasGrade(situation, fact, trigger.whileClockGradeFrom))
    .sort(
      (a, b) =>
        a.recordedAt - b.recordedAt ||
        a.report.sent.at - b.report.sent.at ||
        (a.report.reportId < b.report.reportId ? -1 : 1),
    );
  const effectiveIds = new Set(qualifying.map((fact) => fact.report.reportId));
  const live = rows.filter((row) => row.fulfilled !== null || effectiveIds.has(row.triggerId));
  const wanted: Trigger[] = [];
  let unanswered = live.some((row) => row.fulfilled === null);
  for (const fact of qualifying) {
    const { sent, reportId } = fact.report;
    if (live.some((row) => row.triggerId === reportId)) {
      wanted.push(triggerOf(rule, fact, reportId, sent));
      continue;
    }
    const answered = live.some((row) => row.fulfilled !== null && sent.at <= row.fulfilled.at);
    if (answered || unanswered) continue;
    wanted.push(triggerOf(rule, fact, reportId, sent));
    // One new row a pass: the ledger asks again until nothing is added, since meeting it may or may not cover the next.
    unanswered = true;
  }
  return wanted;
}

function wasGrade({ plan, clockGradeRankAt }: Situation, fact: ReportFact, from: string | undefined): boolean {
  if (from === undefined) return true;
  return clockGradeRankAt(Math.min(latestOf(fact.report.sent), fact.recordedAt)) >= gradeRank(plan, from);
}

function casualtyTriggers(situation: Situation, rule: ReportingRule, part: 'beforeFinal' | 'afterFinal'): Trigger[] {
  const first = windowReports(situation, rule.owedBy)[0];
  const final = finalReport(situation, rule.owedBy);
  if (part === 'beforeFinal' && (first === undefined || final !== null)) return [];
  if (part === 'afterFinal' && final === null) return [];
  const since = (part === 'beforeFinal' ? first : final)?.report.sent as Timed;
  return situation.changes
    .filter((change) => !change.withdrawn && !sentAtOrAfter(since, change.at))
    .filter((change) => part === 'beforeFinal' || change.at < lastInstantOf(situation, rule))
    .map((change) => ({
      triggerId: change.entryId,
      at: change.at,
      entryId: change.entryId,
      recordedAt: change.at,
      demandId: null,
      notBefore: earlierCounts(rule) ? null : change.at,
      flagged: isAfterFlaggedDay(situation, rule, change.at),
    }));
}

function lastInstantOf({ plan, current }: Situation, rule: ReportingRule): Instant {
  if (rule.trigger.kind !== 'lateCasualtyChange') return Number.POSITIVE_INFINITY;
  return endOfDayAfter(current.times.clockStart.at, rule.trigger.untilDay, plan.timeZone);
}

function isAfterFlaggedDay({ plan, current }: Situation, rule: ReportingRule, at: Instant): boolean {
  if (rule.trigger.kind !== 'lateCasualtyChange' || rule.trigger.flagged === undefined) return false;
  const { condition, afterDay } = rule.trigger.flagged;
  if (current.conditions.get(condition)?.value !== 'yes') return false;
  return at >= endOfDayAfter(current.times.clockStart.at, afterDay, plan.timeZone);
}

function levelTriggers(situation: Situation, rule: ReportingRule, level: string): Trigger[] {
  const history = levelsInOrder(situation.plan, situation.effective);
  return history
    .filter(
      (fact, index) =>
        fact.level === level &&
        levelRank(situation.plan, history[index - 1]?.level ?? null) < levelRank(situation.plan, level),
    )
    .map((fact) => triggerOf(rule, fact, fact.entryId, fact.at));
}

function endTriggers(situation: Situation, rule: ReportingRule): Trigger[] {
  const last = levelsInOrder(situation.plan, situation.effective).at(-1);
  if (last !== undefined && last.level === null) return [triggerOf(rule, last, last.entryId, last.at)];
  const { closed } = situation.current;
  if (closed === null) return [];
  // A false alarm that nobody above was told of owes no final report.
  const { mainRecipient } = situation.plan.reportRoles;
  const toldAnyone = situation.reports.some((fact) => fact.report.recipients.includes(mainRecipient));
  if (closed.outcome === 'falseAlarm' && !toldAnyone) return [];
  // Closed without a response: the final report may have gone out before the file was closed.
  return [triggerOf(rule, closed, closed.entryId, closed.at, { notBefore: null })];
}
