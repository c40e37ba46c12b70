/**
 * Rows of the board that are to remind first just after a given instant: a kind's own waiting time is written here once
 * more, apart from the scheduler's.
 */
import type { ReminderRow } from '#shared/contract/rows.ts';
import type { Reminder } from '../stages.ts';

const HALF_HOUR = 30 * 60_000;
type Head = Pick<ReminderRow, 'key' | 'incidentId' | 'incidentTitle' | 'since'>;
type RowFor = (head: Head, from: number) => ReminderRow;

const unit = { id: null, name: '市气象局' };
const decision = { of: 'e1', part: 'decision', act: 'start', level: 'I', title: null, post: 'commander' } as const;

const ROWS: readonly RowFor[] = [
  (head, from) => ({
    ...head,
    kind: 'task',
    taskId: 't',
    what: '关阀',
    to: { kind: 'unit', ...unit },
    dueAt: from,
    overdue: false,
  }),
  (head, from) => ({ ...head, kind: 'unit', summonsId: 's', unit, enRouteAt: null, expectedAt: from }),
  (head) => ({ ...head, kind: 'unit', summonsId: 's', unit, enRouteAt: null, expectedAt: null }),
  (head) => ({
    ...head,
    kind: 'signature',
    signature: { ...decision, name: '陈立', decidedAt: head.since, signed: null },
  }),
  (head) => ({ ...head, kind: 'instruction', instructionId: 'o', from: '市长', text: '全力救治' }),
  (head) => ({ ...head, kind: 'reinforcement', requestId: 'q', to: 'provincialCommand', what: '泡沫' }),
];

/** Of the kinds in turn. */
export function reminderRow(turn: number, incidentId: string, { key, from }: Reminder): ReminderRow {
  const rowFor = ROWS[turn % ROWS.length] as RowFor;
  return rowFor({ key, incidentId, incidentTitle: incidentId, since: from - HALF_HOUR }, from);
}
