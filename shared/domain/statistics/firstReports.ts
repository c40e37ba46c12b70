/** What it took until this desk first told anybody: minutes by when the report was sent, keys as both forms counted them. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { IncidentRow, ReportRow } from '../rows.ts';
import type { FirstReports } from './rows.ts';

const MINUTE_MS = 60_000;

export function firstReportsOf(
  plan: PlanPackage,
  { reports, openedAt, intakeKeys, assessment }: IncidentRow,
): FirstReports {
  const desk = plan.units.find(({ ownDesk }) => ownDesk)?.id;
  const kinds = reportingKinds(plan);
  const own = reports.filter(({ unit, kind, struck }) => unit === desk && kinds.has(kind) && !struck);
  const first = earliest(own);
  const firstSent = (form: 'phone' | 'written'): number | null =>
    earliest(own.filter((report) => report.form === form))?.sent.at ?? null;
  const received = assessment.times.received.at;
  return {
    receiptToPhone: minutesBetween(received, firstSent('phone')),
    receiptToWritten: minutesBetween(received, firstSent('written')),
    intakeToReport: minutesBetween(openedAt, first?.sent.at ?? null),
    keysToReport: sumOf(intakeKeys, first?.keysPressed ?? null),
  };
}

/** What reports on its own account; an answer to a demand does not. */
function reportingKinds(plan: PlanPackage): ReadonlySet<string> {
  return new Set(
    plan.reportingRules.flatMap(({ fulfilledBy }) =>
      fulfilledBy.kind === 'report' && !fulfilledBy.namingDemand ? fulfilledBy.kinds : [],
    ),
  );
}

/** Of two sent at one instant the one written down first. */
const earliest = (reports: readonly ReportRow[]): ReportRow | undefined =>
  reports.toSorted((a, b) => a.sent.at - b.sent.at)[0];

/** A part of the keys is no number of keys. */
const sumOf = (intake: number | null, report: number | null): number | null =>
  intake === null || report === null ? null : intake + report;

/** Whole minutes as the clock on the wall shows them: sent times are seldom known to the second. */
const minutesBetween = (from: number, to: number | null): number | null =>
  to === null ? null : Math.floor(to / MINUTE_MS) - Math.floor(from / MINUTE_MS);
