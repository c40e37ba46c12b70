/** A clue as it came in: from where, about what, what was said, by whom; and what became of it. */
import { readNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import type { ClueRow } from '#shared/contract/rows.ts';
import styles from './Warnings.module.css';
import { useWarningWords } from './warningWords.ts';

export function ClueWords({ clue }: { clue: ClueRow }) {
  const t = useT();
  const format = useFormat();
  const words = useWarningWords();
  const hrefOf = useHref();
  const { clueId, source, who, contact, area, place, kind, said, received, settled, actor, attachments } = clue;
  const about = [`${words.area(area)}${place ?? ''}`, words.kind(kind)].filter(Boolean).join(' · ');
  const from = [
    format.timed(received, readNow()),
    who,
    contact,
    t('warnings.recordedBy', { name: actor.name }),
    attachments.length > 0 && t('warnings.files', { n: attachments.length }),
  ];
  return (
    <div className={styles.words}>
      <p>
        <a className={styles.link} href={hrefOf({ screen: 'warnings', clueId })}>
          {words.source(source)}
        </a>{' '}
        {about}
      </p>
      <p className={styles.text}>{said}</p>
      <p className={styles.quiet}>{from.filter(Boolean).join(' · ')}</p>
      {settled !== null && <Settled settled={settled} />}
    </div>
  );
}

function Settled({ settled }: { settled: NonNullable<ClueRow['settled']> }) {
  const t = useT();
  const format = useFormat();
  const hrefOf = useHref();
  const time = format.near(settled.at, readNow());
  if (settled.how === 'dismissed')
    return <p className={styles.quiet}>{t('warnings.clueDismissed', { time, reason: settled.reason })}</p>;
  return (
    <p className={styles.quiet}>
      {t('warnings.clueLinked', { time })}{' '}
      <a className={styles.link} href={hrefOf({ screen: 'warning', warningId: settled.warningId })}>
        {settled.title}
      </a>
    </p>
  );
}
