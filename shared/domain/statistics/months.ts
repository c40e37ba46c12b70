/** Calendar months in the plan's zone. */
import { TZDate } from '@date-fns/tz';
import type { Instant } from '#shared/plan/facts.ts';

/** `2026-02` */
export function monthOf(at: Instant, timeZone: string): string {
  const local = new TZDate(at, timeZone);
  return `${local.getFullYear()}-${String(local.getMonth() + 1).padStart(2, '0')}`;
}

/** From the month's first instant to the next month's. */
export function monthSpan(month: string, timeZone: string): { from: Instant; to: Instant } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const startOf = (index: number): Instant => new TZDate(year, index, 1, timeZone).getTime();
  return { from: startOf(number - 1), to: startOf(number) };
}

/** `monthOf` for many instants: the calendar is asked once for each month, not once for each instant. */
export function createMonthFinder(): (at: Instant, timeZone: string) => string {
  const known: { month: string; timeZone: string; from: Instant; to: Instant }[] = [];
  return (at, timeZone) => {
    const found = known.findLast((one) => one.timeZone === timeZone && at >= one.from && at < one.to);
    if (found !== undefined) return found.month;
    const month = monthOf(at, timeZone);
    known.push({ month, timeZone, ...monthSpan(month, timeZone) });
    return month;
  };
}
