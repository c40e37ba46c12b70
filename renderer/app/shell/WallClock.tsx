/** Date, weekday and time in the plan's zone; in a practice replay the scenario's, and marked so by the frame around. */
import { useTickText } from '../clock/useTickText.ts';
import { useFormat } from '../format/useFormat.ts';
import styles from './WallClock.module.css';

export function WallClock() {
  const format = useFormat();
  const date = useTickText((now) => format.date(now));
  const weekday = useTickText((now) => format.weekday(now));
  const time = useTickText((now) => format.timeExact(now));
  return (
    <div className={styles.clock} role="timer" aria-live="off">
      <span ref={date} className={styles.date} />
      <span ref={weekday} className={styles.weekday} />
      <span ref={time} className={styles.time} />
    </div>
  );
}
