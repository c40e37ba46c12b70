/** Which clocks run on the live desk, most urgent first, and their words. Pure; the board tells, nothing is kept. */
import type { IncidentRow } from '#shared/contract/rows.ts';
import { rankObligations } from '#shared/domain/board.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { Locale, Text } from '../texts/texts.ts';

export type RunningClock = { incidentId: string; incidentTitle: string; obligation: Obligation };

const RUNNING: readonly Obligation['state'][] = ['pending', 'dueSoon', 'overdue', 'immediate'];

/** Owed by this desk and not met; one without a number counts while it will still call attention. */
export const isRunning = ({ state, supervised, attentionAt }: Obligation, now: number): boolean =>
  !supervised && (RUNNING.includes(state) || (state === 'open' && attentionAt.some((at) => at > now)));

export function runningClocks(incidents: readonly IncidentRow[], now: number): RunningClock[] {
  const running = incidents.flatMap(({ incidentId, title, assessment }) =>
    assessment.obligations
      .filter((obligation) => isRunning(obligation, now))
      .map((obligation) => ({ incidentId, incidentTitle: title, obligation })),
  );
  const byRank = rankObligations(running.map(({ obligation }) => obligation));
  return running.toSorted((a, b) => byRank.indexOf(a.obligation) - byRank.indexOf(b.obligation));
}

export type ClockWords = { plan: PlanPackage | null; text: Text; locale: Locale };

type Labelled = { readonly id: string; readonly label: string; readonly labelEn: string };

function labelOf(list: readonly Labelled[] | undefined, id: string, locale: Locale): string {
  const found = list?.find((item) => item.id === id);
  return (locale === 'en' ? found?.labelEn : found?.label) ?? id;
}

const timeIn = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** 首报 电话（报市委、市政府） */
export function whatIsOwed({ rule, to }: Obligation, { plan, text, locale }: ClockWords): string {
  const what = labelOf(plan?.reportingRules, rule, locale);
  return to === null ? what : text('clock.to', { what, to: labelOf(plan?.units, to, locale) });
}

const MINUTE_MS = 60_000;
const DEFAULT_ZONE = 'Asia/Shanghai';

/** 02:40 到时，剩 12 分. Whole minutes: the tray is no stopwatch. */
export function whenItIsOwed({ dueAt, state }: Obligation, now: number, words: ClockWords): string {
  const { plan, text } = words;
  if (dueAt === null || state === 'immediate') return text('clock.immediate');
  const minutes = Math.floor(Math.abs(dueAt - now) / MINUTE_MS);
  const when = text('clock.dueAt', { time: timeIn(dueAt, plan?.timeZone ?? DEFAULT_ZONE) });
  return `${when}, ${text(dueAt <= now ? 'clock.late' : 'clock.left', { minutes })}`;
}

/** One line per clock, the rest as a number. */
export function clockLines(clocks: readonly RunningClock[], now: number, words: ClockWords, most: number): string[] {
  const shown = clocks.length > most + 1 ? clocks.slice(0, most) : clocks;
  const lines = shown.map(
    ({ incidentTitle, obligation }) =>
      `${incidentTitle} · ${whatIsOwed(obligation, words)} · ${whenItIsOwed(obligation, now, words)}`,
  );
  return shown.length === clocks.length
    ? lines
    : [...lines, words.text('clock.more', { n: clocks.length - shown.length })];
}

/** What the tray says: how many are late, and what is next. */
export function trayLines(clocks: readonly RunningClock[], now: number, words: ClockWords): string[] {
  const { text } = words;
  if (clocks.length === 0) return [text('tray.idle')];
  const late = clocks.filter(({ obligation }) => obligation.state === 'overdue').length;
  const next = clocks
    .filter(({ obligation: { dueAt } }) => dueAt !== null && dueAt > now)
    .toSorted((a, b) => (a.obligation.dueAt ?? 0) - (b.obligation.dueAt ?? 0))[0];
  const lines = late > 0 ? [text('tray.overdue', { n: late })] : [];
  if (next !== undefined) {
    const { obligation } = next;
    const time = timeIn(obligation.dueAt ?? now, words.plan?.timeZone ?? DEFAULT_ZONE);
    lines.push(text('tray.next', { time, what: whatIsOwed(obligation, words) }));
  }
  return lines.length > 0 ? lines : clockLines(clocks, now, words, 1);
}
