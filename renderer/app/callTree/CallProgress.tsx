/** How far the calls are, as a bar: reached, put aside, tried in vain, untouched. The numbers stand beside it. */
import type { CallTreeRow } from '#shared/contract/rows.ts';
import styles from './CallTreeLine.module.css';

type Counts = Pick<CallTreeRow, 'left' | 'answered' | 'acknowledged' | 'skipped' | 'unreached'>;

export function CallProgress({ counts }: { counts: Counts }) {
  const { left, answered, acknowledged, skipped, unreached } = counts;
  const parts = [
    ['done', answered + acknowledged],
    ['aside', skipped],
    ['tried', unreached],
  ] as const;
  return (
    <span className={styles.bar} aria-hidden="true">
      {parts.map(([part, n]) => (
        <span key={part} className={styles[part]} style={{ flexGrow: n }} />
      ))}
      <span style={{ flexGrow: left - unreached }} />
    </span>
  );
}
