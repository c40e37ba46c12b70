/** A log entry in words: `<EntryWords row={row} />`. A struck one stands struck through, with who said why. */
import type { LogRow } from '#shared/domain/rows.ts';
import { useT } from '../i18n/locale.ts';
import type { TextPart } from '../i18n/template.ts';
import { describeEntry } from './describeEntry.ts';
import styles from './EntryWords.module.css';
import { useEntryContext } from './useEntryContext.ts';

/** A sentence with its weighty parts strong and its asides quiet. */
export function Words({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ text, strong, quiet }, index) => {
    if (strong) return <strong key={index}>{text}</strong>;
    return (
      <span key={index} className={quiet ? styles.quiet : undefined}>
        {text}
      </span>
    );
  });
}

export function EntryWords({ row }: { row: LogRow }) {
  const t = useT();
  const words = <Words parts={describeEntry(row, useEntryContext())} />;
  if (row.struck === null) return <span className={styles.entry}>{words}</span>;
  return (
    <span className={styles.entry}>
      <del>{words}</del> <span className={styles.why}>{t('entries.struckBecause', { reason: row.struck.reason })}</span>
    </span>
  );
}
