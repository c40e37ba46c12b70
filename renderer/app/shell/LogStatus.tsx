/** The log's length, its head and the last backup: the proof that nothing is lost, in one line. */
import { useDesk } from '../desk/deskContext.ts';
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/locale.ts';
import styles from './LogStatus.module.css';

export function LogStatus() {
  const t = useT();
  const format = useFormat();
  const { desk } = useDesk();
  const { logLength, headHash, lastBackupAt } = desk;
  return (
    <span className={styles.status}>
      <span>{t('app.log.status', { n: logLength.toLocaleString('en-US') })}</span>
      <span className={styles.extra}>
        {t('app.log.head', { hash: `${headHash.slice(0, 4)} ${headHash.slice(4, 8)}` })}
      </span>
      <span>
        {lastBackupAt === null ? t('app.backup.none') : t('app.backup.at', { time: format.time(lastBackupAt) })}
      </span>
    </span>
  );
}
