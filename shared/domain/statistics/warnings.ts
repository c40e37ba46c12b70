/**
 * 预警统计: issues by level and month, a change of the level being one; how long clues waited for assessment, an assessment
 * for the issue, an issue for each acknowledgement [plan 3.4]. An issue belongs to the month it went out in, a clue to the
 * one it came in, in the plan's zone.
 */
import type { ClueState } from '../warning/clue.ts';
import type { WarningState } from '../warning/warning.ts';
import type { Asked } from './asked.ts';
import { monthOf } from './months.ts';
import type { WarningStatistics } from './rows.ts';
import { spreadOf } from './tally.ts';

/** As known at the instant. */
export type WarningSource = { warnings: readonly WarningState[]; clues: readonly ClueState[]; timeZone: string };

const MINUTE_MS = 60_000;

export function warningStatistics({ warnings, clues, timeZone }: WarningSource, asked: Asked): WarningStatistics {
  const month = (at: number): string => monthOf(at, timeZone);
  // Of one incident: the warnings it came from.
  const own = warnings.filter(
    ({ converted }) => asked.incidentId === undefined || converted?.incidentId === asked.incidentId,
  );
  const issues = own.flatMap((warning) =>
    warning.versions
      .filter(({ isIssue }) => isIssue)
      .map(({ version, level, issuer }) => ({ warning, version, level, at: issuer.at.at })),
  );
  const told = own.flatMap(({ clueIds }) => clueIds);
  const known = clues.filter(({ clueId }) => asked.incidentId === undefined || told.includes(clueId));
  const inSpan = issues.filter(({ at }) => isIn(at, asked));
  const cluesInSpan = known.filter(({ told: { received } }) => isIn(received.at, asked));
  const assessed = cluesInSpan.flatMap(({ told: { received }, settled }) =>
    settled === null ? [] : [minutesBetween(received.at, settled.at)],
  );
  return {
    months: [...new Set([...issues.map(({ at }) => month(at)), ...known.map((clue) => month(clue.told.received.at))])],
    issues: countedBy(inSpan, ({ at, level }) => `${month(at)} ${level}`).map(([key, n]) => {
      const [of = '', level = ''] = key.split(' ');
      return { month: of, level, n };
    }),
    clues: cluesInSpan.length,
    clueToAssessment: spreadOf(assessed),
    assessmentToIssue: spreadOf(
      inSpan.flatMap(({ warning, version, at }) => {
        const last = warning.assessments.findLast(({ held, conclusion }) => held.at <= at && conclusion === 'warn');
        return version !== 1 || last === undefined ? [] : [minutesBetween(last.held.at, at)];
      }),
    ),
    issueToAcknowledgement: spreadOf(inSpan.flatMap(acknowledgements)),
  };
}

type Issue = { warning: WarningState; version: number; at: number };

/** Of each recipient the first one of that issue, before the next. */
function acknowledgements({ warning, version, at }: Issue): number[] {
  const next = warning.versions.find((each) => each.isIssue && each.version > version)?.version ?? Infinity;
  return warning.recipients.flatMap(({ acknowledged }) => {
    const first = acknowledged.find((each) => each.version >= version && each.version < next);
    return first === undefined ? [] : [minutesBetween(at, first.at.at)];
  });
}

const isIn = (at: number, { from, to }: Asked): boolean =>
  at >= (from ?? Number.NEGATIVE_INFINITY) && at < (to ?? Number.POSITIVE_INFINITY);

/** Whole minutes as the clock on the wall shows them. */
const minutesBetween = (from: number, to: number): number =>
  Math.max(0, Math.floor(to / MINUTE_MS) - Math.floor(from / MINUTE_MS));

function countedBy<T>(rows: readonly T[], keyOf: (row: T) => string): [string, number][] {
  return [...Map.groupBy(rows, keyOf)]
    .map(([key, group]): [string, number] => [key, group.length])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
