/** The whole night on one A3 sheet, in ink alone: seen only on paper. */
import { memo, useMemo } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHead } from '#renderer/app/paper/useHead.ts';
import { DRILL_LINE, sourceText } from '#shared/documents/document.ts';
import type { Timeline } from '#shared/domain/timeline/items.ts';
import { layoutOf, type Sheet, shortened } from '#shared/domain/timeline/layout.ts';
import { axisTimes } from './axisTimes.ts';
import { Legend } from './Legend.tsx';
import { AxisLabels, PictureRows } from './Picture.tsx';
import styles from './PrintSheet.module.css';
import { useTimelineWords } from './useTimelineWords.ts';

const EM = 12;
/** Of an A3 sheet's picture, without its margins and lines of text. */
const WIDTH_TO_HEIGHT = 396 / 246;
const LEAST_WIDTH = 1500;
const sheetOf = (width: number): Sheet => ({ width, em: EM, plot: EM * 15 });

type Props = { timeline: Timeline; title: string; asOf: number | null; knownAt: number | null };

export const PrintSheet = memo(function PrintSheet({ timeline, title, asOf, knownAt }: Props) {
  const t = useT();
  const format = useFormat();
  const head = useHead();
  const words = useTimelineWords();
  const { desk } = useDesk();
  const layout = useMemo(() => {
    const laid = (width: number) =>
      layoutOf(timeline, { from: timeline.from, to: timeline.to }, sheetOf(width), (item) =>
        shortened(words.short(item)),
      );
    const first = laid(LEAST_WIDTH);
    // Many rows make the sheet wider, so that it is as high as the paper allows and no higher.
    return first.height * WIDTH_TO_HEIGHT <= LEAST_WIDTH ? first : laid(Math.ceil(first.height * WIDTH_TO_HEIGHT));
  }, [timeline, words]);
  const { ticks, words: tickWords } = axisTimes(layout, format);
  const { width } = layout.sheet;
  const height = layout.height + EM * 2;
  return (
    <div className={styles.sheet} aria-hidden="true">
      {desk.kind !== 'live' && <p className={styles.drill}>{DRILL_LINE}</p>}
      <p className={styles.title}>{t('timeline.printed', { title })}</p>
      <p className={styles.line}>
        {asOf !== null && <b>{t('timeline.printedAsOf', { time: format.instant(asOf) })}</b>}
        {knownAt !== null && <b>{t('timeline.printedKnownAt', { time: format.instant(knownAt) })}</b>}
        <Legend em={EM} />
        <span>{sourceText(head)}</span>
      </p>
      <svg className={styles.drawing} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMin meet">
        <AxisLabels layout={layout} ticks={ticks} words={tickWords} />
        <g transform={`translate(0 ${EM * 2})`}>
          <PictureRows layout={layout} words={words} until={timeline.until} ticks={ticks} />
        </g>
      </svg>
    </div>
  );
});
