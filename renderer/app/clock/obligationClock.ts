/**
 * An obligation's clock: which word it carries and how much time it shows at an instant. One reading for the board, the
 * reports and the incident file, so that no two screens count differently.
 */
import { type StateTone, stateTone } from '#renderer/ui/stateTone.ts';
import type { Obligation } from '#shared/plan/assessment.ts';

export type ClockWord =
  | 'left'
  | 'dueSoon'
  | 'late'
  | 'elapsed'
  | 'open'
  | 'onTime'
  | 'lateMet'
  | 'done'
  | 'superseded'
  | 'waived';
export type ClockTone = StateTone;

export function clockWord({ state }: Pick<Obligation, 'state'>): ClockWord {
  switch (state) {
    case 'pending':
      return 'left';
    case 'dueSoon':
      return 'dueSoon';
    case 'overdue':
      return 'late';
    case 'immediate':
      return 'elapsed';
    case 'open':
      return 'open';
    case 'fulfilledOnTime':
      return 'onTime';
    case 'fulfilledLate':
      return 'lateMet';
    case 'fulfilled':
      return 'done';
    case 'superseded':
      return 'superseded';
    case 'waived':
      return 'waived';
  }
}

/** As the badge has it. */
export const clockTone = (row: Pick<Obligation, 'state' | 'optional' | 'supervised'>): ClockTone => stateTone(row);

/** Whole seconds: left, late or elapsed; null where the word says it all. */
export function clockSeconds(row: Obligation, now: number): number | null {
  const { dueAt, trigger } = row;
  switch (row.state) {
    case 'pending':
    case 'dueSoon':
      return dueAt === null ? null : Math.max(0, Math.ceil((dueAt - now) / 1000));
    case 'overdue':
      return dueAt === null ? null : Math.max(0, Math.floor((now - dueAt) / 1000));
    case 'immediate':
    case 'open':
      return Math.max(0, Math.floor((now - trigger) / 1000));
    case 'fulfilledLate':
      return row.lateBySeconds;
    case 'fulfilled':
      return row.elapsedSeconds;
    default:
      return null;
  }
}
