/**
 * What meets an obligation: the first report of the right unit, kind and form to the right recipient, or the first
 * determination of a grade. Always worked out from what is known and not struck, so that striking a report reopens its
 * clocks by itself. Source: rules §3 "What a report fulfils".
 */
import type { FactOf, IncidentFacts, Instant } from '../facts.ts';
import { factsOfKind } from './current.ts';
import type { Row } from './row.ts';
import { minuteOf, sentAtOrAfter, sentInTime } from './timing.ts';
import { isReport, type ReportFact, type Situation } from './wanted.ts';

/** What can meet a row, read once a step. */
export type Fulfilment = {
  readonly situation: Situation;
  readonly waivedRules: ReadonlySet<string>;
  readonly firstDetermination: FactOf<'grade'> | null;
};

export function fulfilment(situation: Situation): Fulfilment {
  const determinations = factsOfKind(situation.effective, 'grade').sort(
    (a, b) => a.recordedAt - b.recordedAt || (a.entryId < b.entryId ? -1 : 1),
  );
  return {
    situation,
    waivedRules: new Set(factsOfKind(situation.effective, 'waiver').map((fact) => fact.rule)),
    firstDetermination: determinations[0] ?? null,
  };
}

/** Whether anything recorded or struck at this instant can meet or unmeet a row. */
export function mayMeet(incident: IncidentFacts, at: Instant): boolean {
  return incident.facts.some(
    (fact) =>
      (fact.kind === 'report' || fact.kind === 'grade' || fact.kind === 'waiver') &&
      (fact.recordedAt === at || fact.struck?.at === at),
  );
}

/** Finds what met it, among what is known and not struck now. */
export function refresh(met: Fulfilment, row: Row): void {
  row.waived = met.waivedRules.has(row.rule.id);
  if (row.rule.fulfilledBy.kind === 'determination') {
    const first = met.firstDetermination;
    row.fulfilled =
      first === null
        ? null
        : { at: first.recordedAt, by: first.entryId, late: row.dueAt !== null && first.recordedAt > row.dueAt };
    return;
  }
  const fact = firstMeeting(met.situation, row);
  row.fulfilled =
    fact === null
      ? null
      : {
          at: fact.report.sent.at,
          by: fact.report.reportId,
          late: row.dueAt !== null && !sentInTime(fact.report.sent, row.dueAt),
        };
}

function firstMeeting(situation: Situation, row: Row): ReportFact | null {
  const { reports } = situation;
  for (let index = firstNotBefore(reports, row.notBefore); index < reports.length; index += 1) {
    const fact = reports[index] as ReportFact;
    if (meets(situation, row, fact)) return fact;
  }
  return null;
}

/** Reports stand in the order they were sent: those before the minute of `notBefore` need no look. */
function firstNotBefore(reports: readonly ReportFact[], notBefore: Instant | null): number {
  if (notBefore === null) return 0;
  const from = minuteOf(notBefore);
  let low = 0;
  let high = reports.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reports[middle] as ReportFact).report.sent.at < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function meets(situation: Situation, row: Row, { report }: ReportFact): boolean {
  const { rule, to } = row;
  if (rule.fulfilledBy.kind !== 'report' || to === null) return false;
  if (!isReport(situation, report, rule.owedBy, to, rule.fulfilledBy.kinds)) return false;
  if (rule.form !== null && rule.form !== 'any' && report.form !== rule.form) return false;
  if (rule.fulfilledBy.namingDemand && report.demandId !== row.demandId) return false;
  if (row.notBefore === null) return true;
  // A follow-up window is closed by the next report, never by one sent together with the one that opened it.
  if (rule.trigger.kind === 'lastReport') return report.sent.at > row.notBefore;
  return sentAtOrAfter(report.sent, row.notBefore);
}
