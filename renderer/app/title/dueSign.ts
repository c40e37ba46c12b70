/**
 * What a tab says of the clocks while another one is in front: how many are late, else how long until the next is due.
 * Whole minutes, so that a title changes once a minute and not every second. Pure.
 */
import { stateTone } from '#renderer/ui/stateTone.ts';
import type { IncidentRow } from '#shared/contract/rows.ts';

export type DueSign =
  | { kind: 'none' }
  | { kind: 'late'; n: number }
  /** `isSoon`: its 即将到时 has begun. */
  | { kind: 'next'; minutes: number; isSoon: boolean }
  | { kind: 'atOnce'; n: number };

const MINUTE_MS = 60_000;

/** What others owe is not this desk's to meet. */
export function dueSign(incidents: readonly IncidentRow[], now: number): DueSign {
  const own = incidents.flatMap(({ assessment }) => assessment.obligations).filter((row) => !row.supervised);
  // The board's states are those of its own instant; a clock that has run out since is late already.
  const isLate = ({ state, dueAt }: (typeof own)[number]): boolean =>
    state === 'overdue' || ((state === 'pending' || state === 'dueSoon') && dueAt !== null && dueAt < now);
  const late = own.filter(isLate).length;
  if (late > 0) return { kind: 'late', n: late };
  const next = own
    .filter(({ state, dueAt }) => (state === 'pending' || state === 'dueSoon') && dueAt !== null)
    .toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0];
  if (next !== undefined) {
    const minutes = Math.ceil(((next.dueAt ?? now) - now) / MINUTE_MS);
    return { kind: 'next', minutes, isSoon: now >= (next.dueSoonAt ?? Infinity) };
  }
  const atOnce = own.filter((row) => stateTone(row) === 'act').length;
  return atOnce > 0 ? { kind: 'atOnce', n: atOnce } : { kind: 'none' };
}

export type Icon = 'calm' | 'soon' | 'late';
export function iconOf(sign: DueSign): Icon {
  if (sign.kind === 'late') return 'late';
  return sign.kind === 'atOnce' || (sign.kind === 'next' && sign.isSoon) ? 'soon' : 'calm';
}
