/**
 * The band at the now line: word and time of every lane, beside the past and before what lies ahead. It is what a tick
 * costs, so it is one element moved by a transform, with a few texts that are written; an incident that cannot be seen
 * is left alone.
 */
import { Fragment, memo, useMemo } from 'react';
import { type Axis, fractionOf, isWornOut } from '#renderer/app/axis/axis.ts';
import { useClockWords } from '#renderer/app/clock/useClockWords.ts';
import { useTick, writeText } from '#renderer/app/clock/useTickText.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { type BandBlock, bandBlocks } from './bandText.ts';
import styles from './Lanes.module.css';
import { isDone, type Lane } from './lanes.ts';
import { marksOf } from './marks.ts';
import { isAway } from './useAway.ts';

/** The line moves when it has gone this share of the axis: about half a pixel. */
const STEPS = 1500;

type Props = { lanes: readonly Lane[]; axis: Axis; onWornOut: (now: number) => void };

export const NowBand = memo(function NowBand({ lanes, axis, onWornOut }: Props) {
  const t = useT();
  const clock = useClockWords();
  const blocks = useMemo<BandBlock[]>(
    () =>
      bandBlocks(
        lanes.map((lane) => {
          const { current: row } = lane;
          if (!isDone(row)) return { row, word: clock.word(row), isRunning: true };
          return marksOf(lane, axis).note === 'band' ? { row, word: clock.text(row, 0), isRunning: false } : null;
        }),
        clock.time,
      ),
    [lanes, axis, clock],
  );
  const running = blocks.flatMap(({ timesAt }) => timesAt ?? []);
  const paint = (element: HTMLElement, tick: number) => {
    const now = Math.max(tick, axis.start);
    // Painted all the same: the host's clock may be a moment ahead, and an empty band would stand until the next tick.
    if (isWornOut(axis, now)) onWornOut(now);
    const move = `translateX(${Math.round(fractionOf(axis, now) * STEPS) / (STEPS / 100)}%)`;
    if (element.style.transform !== move) element.style.transform = move;
    const texts = element.querySelectorAll('[data-times]');
    for (const [index, timesAt] of running.entries()) {
      const block = texts[index];
      if (block) writeText(block, timesAt(now));
    }
  };
  const ticking = useTick<HTMLDivElement>((element, now) => {
    if (!isAway(element)) paint(element, now);
  });

  return (
    <div className={styles.slide} aria-hidden="true" ref={ticking}>
      <div className={styles.band}>
        <span className={styles.nowWord}>{t('board.now')}</span>
        {blocks.map(({ tone, from, words, timesAt }) => {
          const marginTop = `calc(var(--row) * ${from})`;
          return (
            <Fragment key={tone}>
              <div className={styles.words} data-tone={tone} style={{ marginTop }}>
                {words}
              </div>
              {timesAt && <div className={styles.times} data-tone={tone} data-times="" style={{ marginTop }} />}
            </Fragment>
          );
        })}
      </div>
    </div>
  );
});
