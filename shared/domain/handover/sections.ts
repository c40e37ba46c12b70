/**
 * What is handed over with the watch [plan 3.4.3(5)]: a list of sections, each one entry here. Made of what the board knows
 * at an instant, without running numbers, so that both officers, the log's digest and a later look see the same.
 */

import { heroOrder, type Urgency, urgencyOf } from '../board.ts';
import type { CallTreeRow } from '../callTree/rows.ts';
import type { ReminderRow } from '../responseRows.ts';
import type { DutyToday } from '../roster/view.ts';
import type { DocumentRow, IncidentRow } from '../rows.ts';
import type { ClueRow, WarningRow, WarningStage } from '../warningRows.ts';

export type HandoverFacts = {
  /** Open, most urgent first. */
  incidents: readonly IncidentRow[];
  reminders: readonly ReminderRow[];
  /** Signed, by incident. */
  documents: Readonly<Record<string, readonly DocumentRow[]>>;
  /** Whom to ring up, of what is in force. */
  callTrees: readonly CallTreeRow[];
  duty: DutyToday | null;
  unclaimed: readonly { callId: string; at: number }[];
  /** Not ended, in force first. */
  warnings: readonly WarningRow[];
  /** Waiting for assessment, oldest first. */
  clues: readonly ClueRow[];
};

type Of = { key: string; incidentId: string | null; title: string };
export type HandoverItem = Of &
  (
    | { kind: 'incident'; level: string | null; openedAt: number }
    | { kind: 'clock'; state: Urgency; dueAt: number | null }
    | { kind: 'document'; document: string; signedAt: number }
    | { kind: 'reminder'; about: ReminderRow }
    | { kind: 'call'; takenAt: number }
    | ({ kind: 'callTree' } & Pick<CallTreeRow, 'subject' | 'tree' | 'left' | 'total'>)
    | { kind: 'gap'; date: string; start: string; duty: 'watch' | 'lead' }
    | { kind: 'zeroReport'; date: string }
    | {
        kind: 'warning';
        warningId: string;
        stage: WarningStage;
        level: string | null;
        area: string;
        since: number;
        version: number;
        reviewAt: number | null;
      }
    | { kind: 'unacknowledged'; warningId: string; who: string; since: number }
    | { kind: 'clue'; clueId: string; source: string; receivedAt: number }
  );

type Section = { id: string; items: (facts: HandoverFacts) => HandoverItem[] };

const remindersOf =
  (...kinds: ReminderRow['kind'][]) =>
  ({ reminders }: HandoverFacts): HandoverItem[] =>
    reminders
      .filter((row) => kinds.includes(row.kind) && (row.kind !== 'task' || row.overdue))
      .map((about) => ({
        kind: 'reminder',
        key: about.key,
        incidentId: about.incidentId,
        title: about.incidentTitle,
        about,
      }));

/** A later part of the desk adds its own here, and words for it in the screen's texts. */
const SECTIONS = [
  {
    id: 'incidents',
    items: ({ incidents }) =>
      incidents.map(({ incidentId, title, openedAt, assessment }) => ({
        kind: 'incident',
        key: incidentId,
        incidentId,
        title,
        level: assessment.level,
        openedAt,
      })),
  },
  {
    id: 'clocks',
    items: ({ incidents }) =>
      heroOrder({ incidents }).map(({ incident, obligation }) => ({
        kind: 'clock',
        key: obligation.key,
        incidentId: incident.incidentId,
        title: incident.title,
        state: urgencyOf(obligation),
        dueAt: obligation.dueAt,
      })),
  },
  { id: 'warnings', items: ({ warnings }) => warnings.map(warningItem) },
  { id: 'unacknowledged', items: ({ warnings }) => warnings.flatMap(unacknowledgedItems) },
  { id: 'clues', items: ({ clues }) => clues.map(clueItem) },
  { id: 'unsent', items: (facts) => facts.incidents.flatMap((incident) => unsentOf(incident, facts)) },
  { id: 'signatures', items: remindersOf('signature') },
  { id: 'tasks', items: remindersOf('task') },
  { id: 'instructions', items: remindersOf('instruction') },
  { id: 'requests', items: remindersOf('reinforcement') },
  { id: 'units', items: remindersOf('unit') },
  {
    id: 'calls',
    items: ({ unclaimed }) =>
      unclaimed.map(({ callId, at }) => ({ kind: 'call', key: callId, incidentId: null, title: '', takenAt: at })),
  },
  { id: 'callTrees', items: ({ callTrees }) => callTrees.filter(({ left }) => left > 0).map(callTreeItem) },
  { id: 'duty', items: ({ duty }) => dutyItems(duty) },
] as const satisfies readonly Section[];

export type HandoverSectionId = (typeof SECTIONS)[number]['id'];
export type HandoverSection = { id: HandoverSectionId; items: HandoverItem[] };

export const handoverSections = (facts: HandoverFacts): HandoverSection[] =>
  SECTIONS.map(({ id, items }: { id: HandoverSectionId; items: Section['items'] }) => ({ id, items: items(facts) }));

/** Who is calling just now is no part of it: that goes by by itself. */
const callTreeItem = ({ subject, title, runId, tree, left, total }: CallTreeRow): HandoverItem => ({
  kind: 'callTree',
  key: runId,
  incidentId: 'incidentId' in subject ? subject.incidentId : null,
  title,
  subject,
  tree,
  left,
  total,
});

const ofTheDesk = (key: string): Of => ({ key, incidentId: null, title: '' });

const warningItem = (row: WarningRow): HandoverItem => {
  const { warningId, title, stage, level, area, since, version, review } = row;
  const told = { warningId, stage, level, area, since, version, reviewAt: review?.at ?? null };
  return { kind: 'warning', key: `warning/${warningId}`, incidentId: null, title, ...told };
};

const unacknowledgedItems = ({ warningId, title, reminders }: WarningRow): HandoverItem[] =>
  reminders
    .filter(({ kind }) => kind === 'ack')
    .map(({ key, what, from }) => ({
      kind: 'unacknowledged',
      key,
      incidentId: null,
      title,
      warningId,
      who: what,
      since: from,
    }));

const clueItem = ({ clueId, source, said, received }: ClueRow): HandoverItem => ({
  kind: 'clue',
  key: `clue/${clueId}`,
  incidentId: null,
  title: said,
  clueId,
  source,
  receivedAt: received.at,
});

/** Shifts of the next days without somebody, and 零报告 while it is to be made. */
function dutyItems(duty: DutyToday | null): HandoverItem[] {
  if (duty === null) return [];
  const gaps = duty.gaps.flatMap((fault): HandoverItem[] =>
    fault.kind === 'gap' ? [{ ...ofTheDesk(`gap/${fault.date}/${fault.start}/${fault.duty}`), ...fault }] : [],
  );
  const { zeroReport } = duty;
  if (zeroReport === null || zeroReport.reported !== null) return gaps;
  return [...gaps, { ...ofTheDesk(`zero/${zeroReport.date}`), kind: 'zeroReport', date: zeroReport.date }];
}

/** Signed reports that nobody has sent in any form. */
function unsentOf({ incidentId, title, reports }: IncidentRow, { documents }: HandoverFacts): HandoverItem[] {
  const sent = new Set(reports.filter(({ struck }) => !struck).map(({ documentId }) => documentId));
  return (documents[incidentId] ?? [])
    .filter(({ documentId }) => !sent.has(documentId))
    .map(({ documentId, content, recordedAt }) => ({
      kind: 'document',
      key: documentId,
      incidentId,
      title,
      document: content.title,
      signedAt: recordedAt,
    }));
}
