/** What is owed to whom by which rule: three columns of text, a line per lane. Read out by the rows' buttons beneath. */
import { memo } from 'react';
import { clockTone } from '#renderer/app/clock/obligationClock.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import styles from './Lanes.module.css';
import { isGone, type Lane } from './lanes.ts';

export const LaneNames = memo(function LaneNames({ lanes }: { lanes: readonly Lane[] }) {
  const t = useT();
  const words = usePlanWords();
  return (
    <div className={styles.names} aria-hidden="true">
      <div className={styles.rules}>
        {lanes.map(({ id, current: row }) => (
          <span key={id} data-tone={clockTone(row)} data-gone={isGone(row) || undefined}>
            {row.supervised && <b className={styles.supervised}>{t('board.supervised')}</b>}
            {words.rule(row.rule)}
            {'\n'}
          </span>
        ))}
      </div>
      <div className={styles.recipients}>
        {lanes.map(({ id, current: row }) => (
          <span key={id} data-tone={clockTone(row)}>
            {row.to === null ? '' : words.unit(row.to)}
            {'\n'}
          </span>
        ))}
      </div>
      <div className={styles.ruleIds}>{lanes.map(({ current }) => current.rule).join('\n')}</div>
    </div>
  );
});
