/**
 * 统计: how a desk's obligations ended, by rule, month and incident; what this desk owes apart from what it follows; lateness
 * with its causes told apart; how long the first reports took [rules §3]. Every number is a count of the engine's own
 * rows. An obligation belongs to the month in which it arose, in the plan's zone.
 */
import type { Obligation } from '#shared/plan/assessment.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { IncidentRow } from '../rows.ts';
import type { Asked } from './asked.ts';
import { firstReportsOf } from './firstReports.ts';
import { createMonthFinder } from './months.ts';
import { type Outcome, STATES_OF } from './outcome.ts';
import type {
  CountedRows,
  FirstReports,
  IncidentStatistics,
  MonthStatistics,
  RuleStatistics,
  Sides,
  StatisticsRow,
} from './rows.ts';
import { spreadOf, type Tallied, tallyOf } from './tally.ts';
import { type WarningSource, warningStatistics } from './warnings.ts';

/** An incident as known at the instant, and the plan it stands under. */
export type Source = { plan: PlanPackage; row: IncidentRow };

export type AskedRows = Asked & {
  planId?: string | undefined;
  rule?: string | undefined;
  side?: keyof Sides | undefined;
  outcome?: Outcome | undefined;
  limit: number;
};

type Counted = Tallied & { source: Source; month: string; side: keyof Sides };

export function buildStatistics(
  sources: readonly Source[],
  warned: WarningSource,
  asked: Asked,
  at: number,
): StatisticsRow {
  const warnings = warningStatistics(warned, asked);
  const all = countedIn(sources);
  const inSpan = all.filter(({ obligation }) => isInSpan(obligation, asked));
  const rows = inSpan.filter(({ source }) => isAsked(source, asked));
  const incidents = byIncident(rows);
  return {
    at,
    months: [...new Set([...monthsOf(all), ...warnings.months])].sort(),
    choices: latestFirst([...new Set(inSpan.map(({ source }) => source))]).map(({ row: { incidentId, title } }) => ({
      incidentId,
      title,
    })),
    ...sidesOf(rows),
    rules: byRule(rows),
    monthly: byMonth(rows),
    incidents,
    first: {
      receiptToPhone: spreadFor(incidents, 'receiptToPhone'),
      receiptToWritten: spreadFor(incidents, 'receiptToWritten'),
      intakeToReport: spreadFor(incidents, 'intakeToReport'),
      keysToReport: spreadFor(incidents, 'keysToReport'),
    },
    warnings,
    nextChangeAt: nextChangeOf(sources),
  };
}

/** The obligations behind one of its numbers, the newest first. */
export function countedRows(sources: readonly Source[], asked: AskedRows, at: number): CountedRows {
  const { planId, rule, side, outcome, limit } = asked;
  const fits = (row: Counted): boolean =>
    isInSpan(row.obligation, asked) &&
    (planId === undefined || row.source.row.planId === planId) &&
    (rule === undefined || row.obligation.rule === rule) &&
    (side === undefined || row.side === side) &&
    (outcome === undefined || STATES_OF[outcome].includes(row.obligation.state));
  const rows = countedIn(sources.filter((source) => isAsked(source, asked)))
    .filter(fits)
    .toSorted((a, b) => b.obligation.arisenAt - a.obligation.arisenAt);
  return {
    at,
    total: rows.length,
    rows: rows.slice(0, limit).map(({ source: { row }, obligation }) => ({
      incidentId: row.incidentId,
      title: row.title,
      obligation,
    })),
    nextChangeAt: nextChangeOf(sources),
  };
}

function countedIn(sources: readonly Source[]): Counted[] {
  const monthOf = createMonthFinder();
  return sources.flatMap((source) => {
    const { plan, row } = source;
    const immediate = new Set(plan.reportingRules.filter(({ due }) => due.kind === 'immediate').map(({ id }) => id));
    return row.assessment.obligations.map((obligation) => ({
      source,
      obligation,
      isImmediate: immediate.has(obligation.rule),
      month: monthOf(obligation.arisenAt, plan.timeZone),
      side: obligation.supervised ? ('supervised' as const) : ('own' as const),
    }));
  });
}

const isInSpan = ({ arisenAt }: Obligation, { from, to }: Asked): boolean =>
  arisenAt >= (from ?? Number.NEGATIVE_INFINITY) && arisenAt < (to ?? Number.POSITIVE_INFINITY);

const isAsked = ({ row }: Source, { incidentId }: Asked): boolean =>
  incidentId === undefined || row.incidentId === incidentId;

const monthsOf = (rows: readonly Counted[]): string[] => [...new Set(rows.map(({ month }) => month))].sort();

const sidesOf = (rows: readonly Counted[]): Sides => ({
  own: tallyOf(rows.filter(({ side }) => side === 'own')),
  supervised: tallyOf(rows.filter(({ side }) => side === 'supervised')),
});

/** In the plan's order; a rule nothing came of is left out. */
function byRule(rows: readonly Counted[]): RuleStatistics[] {
  const groups = grouped(rows, ({ source, obligation }) => `${source.row.planId} ${obligation.rule}`);
  const plans = new Map(rows.map(({ source }) => [source.row.planId, source.plan]));
  return [...plans].flatMap(([planId, plan]) =>
    plan.reportingRules.flatMap(({ id }): RuleStatistics[] => {
      const group = groups.get(`${planId} ${id}`);
      const side = group?.[0]?.side;
      return group === undefined || side === undefined ? [] : [{ planId, rule: id, side, tally: tallyOf(group) }];
    }),
  );
}

function byMonth(rows: readonly Counted[]): MonthStatistics[] {
  const groups = grouped(rows, ({ month }) => month);
  return monthsOf(rows).map((month) => ({ month, ...sidesOf(groups.get(month) ?? []) }));
}

function byIncident(rows: readonly Counted[]): IncidentStatistics[] {
  const groups = grouped(rows, ({ source }) => source);
  return latestFirst([...groups.keys()]).map((source) => ({
    incidentId: source.row.incidentId,
    title: source.row.title,
    receivedAt: source.row.assessment.times.received.at,
    closedAt: source.row.closedAt,
    ...sidesOf(groups.get(source) ?? []),
    first: firstReportsOf(source.plan, source.row),
  }));
}

const latestFirst = (sources: readonly Source[]): Source[] =>
  sources.toSorted((a, b) => b.row.assessment.times.received.at - a.row.assessment.times.received.at);

const spreadFor = (incidents: readonly IncidentStatistics[], key: keyof FirstReports) =>
  spreadOf(incidents.map(({ first }) => first[key]).filter((value) => value !== null));

function nextChangeOf(sources: readonly Source[]): number | null {
  const changes = sources.map(({ row }) => row.assessment.nextChangeAt).filter((instant) => instant !== null);
  return changes.length === 0 ? null : Math.min(...changes);
}

function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
