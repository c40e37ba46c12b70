/**
 * A warning's course as a picture: what was done when, row by row, and the level it stood at, from its first assessment to
 * its end or now. Read off the warning's own file, nothing is worked out anew [plan 3.3, 3.4].
 */
import type { WarningFile } from '../warningRows.ts';

export const COURSE_ROWS = ['assessed', 'reported', 'approved', 'acknowledged', 'ended'] as const;
export type CourseRow = (typeof COURSE_ROWS)[number];

export type CourseMark = { key: string; row: CourseRow; at: number };
/** `to` null: it stands. */
export type CourseSpan = { version: number; level: string; from: number; to: number | null };
export type Course = { from: number; to: number; marks: CourseMark[]; spans: CourseSpan[] };

type Told = Pick<
  WarningFile,
  'at' | 'assessments' | 'reports' | 'approval' | 'versions' | 'recipientRows' | 'released' | 'converted'
>;

export function courseOf(file: Told): Course {
  const { released, converted } = file;
  const end = released?.decision.at.at ?? converted?.recordedAt ?? null;
  const marks = [
    ...file.assessments.map(({ entryId, held }) => mark('assessed', entryId, held.at)),
    ...file.reports.map(({ entryId, at }) => mark('reported', entryId, at.at)),
    ...(file.approval === null ? [] : [mark('approved', file.approval.entryId, file.approval.approval.at.at)]),
    // Each change has an approval of its own; the first one's stands above.
    ...file.versions.slice(1).map(({ entryId, approval }) => mark('approved', entryId, approval.at.at)),
    ...file.recipientRows.flatMap(({ acknowledged }) =>
      acknowledged === null ? [] : [mark('acknowledged', acknowledged.entryId, acknowledged.at.at)],
    ),
    ...(end === null ? [] : [mark('ended', released?.entryId ?? converted?.entryId ?? '', end)]),
  ].toSorted((a, b) => a.at - b.at);
  const spans = file.versions.map(({ version, level, issuer }, index): CourseSpan => {
    const next = file.versions[index + 1]?.issuer.at.at ?? end;
    return { version, level, from: issuer.at.at, to: next };
  });
  const instants = [...marks.map(({ at }) => at), ...spans.map(({ from }) => from)];
  const from = Math.min(...instants, file.at);
  return { from, to: Math.max(end ?? file.at, ...instants, from + 1), marks, spans };
}

const mark = (row: CourseRow, key: string, at: number): CourseMark => ({ key: `${row} ${key}`, row, at });
