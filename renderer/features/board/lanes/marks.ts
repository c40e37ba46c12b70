/**
 * What is drawn on a lane: bar = window, tick = limit, dot = report, all as fractions of the axis. Pure geometry; colours
 * and words are the row's. `null` as a bar's end is the now line, wherever that is by then.
 */

import { type Axis, fractionOf } from '#renderer/app/axis/axis.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import { isDone, isGone, type Lane } from './lanes.ts';

/**
 * window: a limit's window that is over or was met · running: one that has not ended · soon: its last part · late: past
 * its limit, unmet · lateMet: the stretch from the limit to the report · immediate: no number, unmet · met: no number,
 * met · open: owed without a limit · gone: superseded, waived, or a window that was over before it was owed.
 */
export type BarKind = 'window' | 'running' | 'soon' | 'late' | 'lateMet' | 'immediate' | 'met' | 'open' | 'gone';
export type Bar = {
  kind: BarKind;
  from: number;
  to: number | null;
  /** The end lies beyond now, so behind the band. */
  isAhead: boolean;
  /** The end lies beyond the axis. */
  isClipped: boolean;
};
export type Limit = { at: number; isAhead: boolean };
export type Dot = { at: number; isLate: boolean };
export type Marks = {
  bars: Bar[];
  limits: Limit[];
  dots: Dot[];
  /** Instants at which attention is called, of what has no number. */
  attention: number[];
  /** Where the words of a lane that is done stand: behind its dot, or in the band where there is no room. */
  note: { at: number } | 'band';
};

/** Room the words behind a dot need, as a fraction of the axis. */
const NOTE_ROOM = 0.2;

export function marksOf({ current, earlier }: Lane, axis: Axis): Marks {
  const windows = [...earlier, current];
  const inChain = earlier.length > 0;
  const end = endOf(current, axis.now);
  const at = fractionOf(axis, end);
  return {
    bars: windows.flatMap((row) => barsOf(row, axis, inChain)),
    limits: windows.flatMap((row) => limitsOf(row, axis, inChain)),
    dots: windows.flatMap((row) => dotsOf(row, axis)),
    attention: isDone(current) ? [] : current.attentionAt.map((mark) => fractionOf(axis, mark)),
    note: at + NOTE_ROOM <= fractionOf(axis, axis.now) ? { at } : 'band',
  };
}

/** Where the row's own story ends, as far as it has. */
function endOf(row: Obligation, now: number): number {
  const limit = row.dueAt === null || row.dueAt > now || isGone(row) ? row.trigger : row.dueAt;
  return Math.max(limit, row.fulfilledAt ?? row.supersededAt ?? row.trigger);
}

function barsOf(row: Obligation, axis: Axis, inChain: boolean): Bar[] {
  const bar = (kind: BarKind, from: number, to: number | null): Bar[] =>
    to !== null && to < from
      ? []
      : [
          {
            kind,
            from: fractionOf(axis, from),
            to: to === null ? null : fractionOf(axis, to),
            isAhead: to !== null && to > axis.now,
            isClipped: to !== null && to > axis.end,
          },
        ];
  const { trigger, dueAt, fulfilledAt, supersededAt } = row;
  switch (row.state) {
    case 'pending':
      return bar('running', trigger, dueAt);
    case 'dueSoon':
      return bar('soon', trigger, dueAt);
    case 'overdue':
      return [
        ...bar(row.flags.includes('escalatedNow') ? 'gone' : 'window', trigger, dueAt),
        // Late since it was owed: not before the entry that brought it.
        ...bar('late', Math.max(dueAt ?? trigger, escalatedAt(row)), null),
      ];
    case 'immediate':
      return bar('immediate', trigger, null);
    case 'open':
      return bar('open', trigger, null);
    case 'fulfilled':
      return bar('met', trigger, fulfilledAt);
    case 'fulfilledOnTime':
    case 'fulfilledLate':
      return [
        ...bar('window', trigger, windowEnd(row, axis.now, inChain)),
        ...(row.state === 'fulfilledLate' ? bar('lateMet', dueAt ?? trigger, fulfilledAt) : []),
      ];
    case 'superseded':
      return bar('gone', trigger, supersededAt ?? trigger);
    case 'waived':
      return bar('gone', trigger, trigger);
  }
}

const escalatedAt = (row: Obligation): number => (row.flags.includes('escalatedNow') ? row.arisenAt : 0);

/** A window that was met early ends with its report where the next begins there, or where its limit is still to come. */
function windowEnd({ dueAt, fulfilledAt, trigger }: Obligation, now: number, inChain: boolean): number {
  const met = fulfilledAt ?? trigger;
  if (dueAt === null || dueAt > now) return met;
  return inChain ? Math.min(dueAt, met) : dueAt;
}

function limitsOf(row: Obligation, axis: Axis, inChain: boolean): Limit[] {
  const { dueAt } = row;
  if (dueAt === null || isGone(row) || dueAt > axis.end) return [];
  if (inChain && row.state === 'fulfilledOnTime') return [];
  if (isDone(row) && dueAt > axis.now) return [];
  return [{ at: fractionOf(axis, dueAt), isAhead: dueAt > axis.now }];
}

function dotsOf({ fulfilledAt, state }: Obligation, axis: Axis): Dot[] {
  return fulfilledAt === null ? [] : [{ at: fractionOf(axis, fulfilledAt), isLate: state === 'fulfilledLate' }];
}
