/** How long this call has lasted. Runs on the real clock, also in a practice replay. */
import { useState } from 'react';
import { useWallNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import styles from './PhoneReport.module.css';

export function Stopwatch({ isRunning }: { isRunning: boolean }) {
  const t = useT();
  const { duration } = useFormat();
  const now = useWallNow();
  const [from] = useState(now);
  const [last, setLast] = useState(now);
  if (isRunning && last !== now) setLast(now);
  return (
    <p className={styles.stopwatch}>
      <span>{t('reports.onThePhone')}</span>
      <span role="timer" aria-live="off" className={styles.stopwatchDigits}>
        {duration((last - from) / 1000)}
      </span>
    </p>
  );
}
