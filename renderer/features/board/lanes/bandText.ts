/**
 * The now band's words as a few blocks of text, one per tone, with a line per lane from its first to its last: a tick then
 * writes a text or three an incident instead of one per lane, which is what keeps a wall of 600 clocks cheap. Pure.
 */
import { type ClockTone, clockTone } from '#renderer/app/clock/obligationClock.ts';
import type { Obligation, ObligationState } from '#shared/plan/assessment.ts';

/** Shape beside colour and word; the same shapes as StateBadge draws. */
const SHAPES: Record<ObligationState, string> = {
  pending: '○',
  dueSoon: '▲',
  overdue: '■',
  immediate: '»',
  open: '□',
  fulfilledOnTime: '●',
  fulfilledLate: '◉',
  fulfilled: '✓',
  superseded: '–',
  waived: '⊘',
};

/** null: the lane says it elsewhere. */
export type BandLine = { row: Obligation; word: string; isRunning: boolean } | null;
export type BandBlock = {
  tone: ClockTone;
  /** The lane of its first line. */
  from: number;
  words: string;
  /** h:mm:ss line by line; null where no clock of this tone runs. */
  timesAt: ((now: number) => string) | null;
};

export function bandBlocks(lines: readonly BandLine[], time: (row: Obligation, now: number) => string): BandBlock[] {
  const tones = [...new Set(lines.flatMap((line) => (line === null ? [] : [clockTone(line.row)])))];
  return tones.map((tone) => {
    const isOwn = (line: BandLine) => line !== null && clockTone(line.row) === tone;
    const from = lines.findIndex(isOwn);
    const own = lines.slice(from, lines.findLastIndex(isOwn) + 1).map((line) => (isOwn(line) ? line : null));
    const running = own.map((line) => (line?.isRunning ? line.row : null));
    return {
      tone,
      from,
      words: own.map((line) => (line === null ? '' : `${SHAPES[line.row.state]} ${line.word}`)).join('\n'),
      timesAt: running.every((row) => row === null)
        ? null
        : (now) => running.map((row) => (row === null ? '' : time(row, now))).join('\n'),
    };
  });
}
