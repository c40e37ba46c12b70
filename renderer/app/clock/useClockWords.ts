/** An obligation's clock in words: `const clock = useClockWords(); clock.word(row)`, `clock.text(row, now)`. */
import { useMemo } from 'react';
import type { Obligation } from '#shared/plan/assessment.ts';
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/locale.ts';
import { clockSeconds, clockWord } from './obligationClock.ts';

export type ClockWords = {
  /** 剩余 · 即将到时 · 超时 · 已过 · 待办 · 已报 · 迟报 … */
  word: (row: Obligation) => string;
  /** h:mm:ss, or nothing where the word says it all. */
  time: (row: Obligation, now: number) => string;
  /** Both. */
  text: (row: Obligation, now: number) => string;
};

export function useClockWords(): ClockWords {
  const t = useT();
  const { duration } = useFormat();
  return useMemo(() => {
    const word = (row: Obligation) => t(`board.word.${clockWord(row)}`);
    const time = (row: Obligation, now: number) => {
      const seconds = clockSeconds(row, now);
      return seconds === null ? '' : duration(seconds);
    };
    return { word, time, text: (row, now) => `${word(row)} ${time(row, now)}`.trimEnd() };
  }, [t, duration]);
}
