/** Every warning, section by section: level in shape and word, where, since when, what is owed, what comes next. */
import { readNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import type { WarningRow } from '#shared/contract/rows.ts';
import { LevelName } from './LevelName.tsx';
import { inSections } from './order.ts';
import styles from './Warnings.module.css';
import { useWarningWords } from './warningWords.ts';

export function WarningTable({ rows }: { rows: readonly WarningRow[] }) {
  const t = useT();
  const columns = useColumns();
  if (rows.length === 0) return <p className={styles.quiet}>{t('warnings.none')}</p>;
  return inSections(rows).map(({ section, rows: found }) => {
    const title = t(`warnings.section.${section}`, { n: found.length });
    return (
      <section key={section} className={styles.section} aria-label={title}>
        <h3 className={styles.sectionTitle}>{title}</h3>
        <Table caption={title} columns={columns} rows={found} rowKey={({ warningId }) => warningId} />
      </section>
    );
  });
}

function useColumns(): Column<WarningRow>[] {
  const t = useT();
  const format = useFormat();
  const hrefOf = useHref();
  const words = useWarningWords();
  return [
    { id: 'level', header: t('warnings.level'), cell: ({ level }) => <LevelName level={level} none="—" /> },
    {
      id: 'title',
      header: t('warnings.title'),
      grow: true,
      cell: ({ warningId, title, area, kind }) => (
        <>
          <a className={styles.link} href={hrefOf({ screen: 'warning', warningId })}>
            {title}
          </a>{' '}
          <span className={styles.quiet}>{[area, words.kind(kind)].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      id: 'stage',
      header: t('warnings.stage'),
      cell: ({ stage, version }) => (
        <>
          {t(`warnings.stage.${stage}`)}
          {version > 1 && <span className={styles.quiet}> {t('warnings.version', { n: version })}</span>}
        </>
      ),
    },
    {
      id: 'since',
      header: t('warnings.since'),
      cell: ({ since, endedAt }) => format.near(endedAt ?? since, readNow()),
    },
    { id: 'owed', header: t('warnings.owed'), cell: (row) => <Owed row={row} /> },
  ];
}

/** Who has not acknowledged; when it is to be looked at again, and whether that has come. */
function Owed({ row }: { row: WarningRow }) {
  const t = useT();
  const format = useFormat();
  const { unacknowledged, recipients, review } = row;
  return (
    <>
      {unacknowledged > 0 && (
        <strong className={styles.owed}>{t('warnings.unacknowledged', { n: unacknowledged, of: recipients })}</strong>
      )}{' '}
      {review !== null && (
        <span className={review.isDue ? styles.owed : styles.quiet}>
          {t(review.isDue ? 'warnings.reviewDue' : 'warnings.reviewAt', { time: format.near(review.at, readNow()) })}
        </span>
      )}
    </>
  );
}
