/** The bar under the hero: from the trigger to the limit, moved by a transform on each tick. */
import { useTick } from '#renderer/app/clock/useTickText.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import styles from './Hero.module.css';
import { doneShare, progressOf } from './heroWords.ts';

export function HeroProgress({ row }: { row: Obligation }) {
  const t = useT();
  const format = useFormat();
  const progress = progressOf(row);
  const fill = useTick<HTMLSpanElement>((element, now) => {
    if (progress) element.style.transform = `scaleX(${doneShare(progress, now).toFixed(4)})`;
  });
  if (progress === null) return null;
  return (
    <div className={styles.progress} aria-hidden="true">
      <div className={styles.track}>
        <span ref={fill} className={styles.fill} />
        {progress.marks.map((share) => (
          <span key={share} className={styles.mark} style={{ left: `${share * 100}%` }} />
        ))}
      </div>
      <div className={styles.ends}>
        <span>{format.time(row.trigger)}</span>
        {row.attentionAt.map((at, index) => (
          <span key={at} className={styles.markLabel} style={{ left: `${(progress.marks[index] ?? 0) * 100}%` }}>
            {t('board.mark', { n: Math.round((at - row.trigger) / 60_000) })}
          </span>
        ))}
        {row.dueAt !== null && <span>{t('board.dueEnd', { time: format.time(row.dueAt) })}</span>}
      </div>
    </div>
  );
}
