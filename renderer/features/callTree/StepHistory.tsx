/** What became of it so far, newest first; and whether it was reached for a lower level or an earlier issue. */
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import type { CallStepRow } from '#shared/contract/rows.ts';
import styles from './CallTree.module.css';

export function StepHistory({ step, at }: { step: CallStepRow; at: number }) {
  const t = useT();
  const format = useFormat();
  const label = useLabel();
  const { tries, earlier, skipped, acknowledged } = step;
  if (tries.length === 0 && earlier === null && skipped === null && acknowledged === null) return null;
  return (
    <ul className={styles.history} aria-label={t('callTree.history')}>
      {skipped !== null && (
        <li>
          {format.near(skipped.recordedAt, at)} <strong>{t('callTree.state.skipped')}</strong> {skipped.reason}{' '}
          <span className={styles.quiet}>{skipped.actor.name}</span>
        </li>
      )}
      {acknowledged !== null && (
        <li>
          {format.near(acknowledged.at, at)} <strong>{t('callTree.state.acknowledged')}</strong> {acknowledged.person}
        </li>
      )}
      {tries.toReversed().map(({ entryId, at: when, result, number, name, answeredBy, note, actor }) => (
        <li key={entryId}>
          {format.near(when.at, at)} <strong>{t(`callTree.${result}`)}</strong>{' '}
          {[name, number, answeredBy, note].filter((part) => part !== null).join(' · ')}{' '}
          <span className={styles.quiet}>{actor.name}</span>
        </li>
      ))}
      {earlier !== null && (
        <li>
          {earlier.answeredBy === null
            ? t('callTree.earlier', { tree: label(earlier.tree), time: format.near(earlier.at.at, at) })
            : t('callTree.earlierBy', {
                tree: label(earlier.tree),
                time: format.near(earlier.at.at, at),
                name: earlier.answeredBy,
              })}
        </li>
      )}
    </ul>
  );
}
