/** What is there and what is not, before anybody decides. */
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { RescueFound, RescueRow } from '#shared/contract/rescue.ts';
import styles from './Rescue.module.css';

export function RescueFacts({ rescue }: { rescue: RescueRow }) {
  const t = useT();
  const { file, setAside, found } = rescue;
  return (
    <dl className={styles.facts}>
      <dt>{t('rescue.file')}</dt>
      <dd className={styles.path}>{file}</dd>
      <dt>{t('rescue.aside')}</dt>
      <dd className={styles.path}>{setAside ?? t('rescue.aside.none')}</dd>
      {found && <FoundFacts found={found} />}
    </dl>
  );
}

function FoundFacts({ found }: { found: RescueFound }) {
  const t = useT();
  const format = useFormat();
  const { backup, entries, lastRecordedAt, salvaged, drafts } = found;
  const time = (at: number) => `${format.date(at)} ${format.timeExact(at)}`;
  const savedKey = backup === null ? 'rescue.salvaged.all' : 'rescue.salvaged.of';
  return (
    <>
      <dt>{t('rescue.backup')}</dt>
      <dd>
        {backup === null
          ? t('rescue.backup.none')
          : t('rescue.backup.of', { time: time(backup.at), n: backup.entries })}
        {backup && <div className={styles.path}>{backup.path}</div>}
      </dd>
      <dt>{t('rescue.salvaged')}</dt>
      <dd>{salvaged + drafts === 0 ? t('rescue.salvaged.none') : t(savedKey, { n: salvaged, drafts })}</dd>
      <dt>{t('rescue.upTo')}</dt>
      <dd className={styles.weighty}>
        {lastRecordedAt === null
          ? t('rescue.upTo.empty')
          : t('rescue.upTo.of', { time: time(lastRecordedAt), n: entries })}
      </dd>
      {lastRecordedAt !== null && (
        <>
          <dt>{t('rescue.missing')}</dt>
          <dd className={styles.weighty}>{missingText(found, time(lastRecordedAt), t)}</dd>
        </>
      )}
      {found.files.named > 0 && (
        <>
          <dt>{t('rescue.files')}</dt>
          <dd>{filesText(found, t)}</dd>
        </>
      )}
    </>
  );
}

function missingText({ missing }: RescueFound, time: string, t: ReturnType<typeof useT>): string {
  if (missing === null) return t('rescue.missing.unknown', { time });
  return missing === 0 ? t('rescue.missing.none') : t('rescue.missing.some', { time, n: missing });
}

function filesText({ files: { named, fromBackup, missing } }: RescueFound, t: ReturnType<typeof useT>): string {
  if (missing > 0) return t('rescue.files.missing', { n: named, missing, fromBackup });
  return fromBackup > 0
    ? t('rescue.files.fromBackup', { n: named, fromBackup })
    : t('rescue.files.whole', { n: named });
}
