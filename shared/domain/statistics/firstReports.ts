/** How long it took until this desk first told anybody: measured from entries, by the minute the report was sent. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { IncidentRow } from '../rows.ts';
import type { FirstReports } from './rows.ts';

const MINUTE_MS = 60_000;

export function firstReportsOf(plan: PlanPackage, { reports, openedAt, assessment }: IncidentRow): FirstReports {
  const desk = plan.units.find(({ ownDesk }) => ownDesk)?.id;
  const kinds = reportingKinds(plan);
  const own = reports.filter(({ unit, kind, struck }) => unit === desk && kinds.has(kind) && !struck);
  const firstSent = (form: 'phone' | 'written' | null): number | null =>
    earliest(own.filter((report) => form === null || report.form === form).map(({ sent }) => sent.at));
  const received = assessment.times.received.at;
  return {
    receiptToPhone: minutesBetween(received, firstSent('phone')),
    receiptToWritten: minutesBetween(received, firstSent('written')),
    intakeToReport: minutesBetween(openedAt, firstSent(null)),
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

const earliest = (instants: readonly number[]): number | null => (instants.length === 0 ? null : Math.min(...instants));

/** Whole minutes as the clock on the wall shows them: sent times are seldom known to the second. */
const minutesBetween = (from: number, to: number | null): number | null =>
  to === null ? null : Math.floor(to / MINUTE_MS) - Math.floor(from / MINUTE_MS);
