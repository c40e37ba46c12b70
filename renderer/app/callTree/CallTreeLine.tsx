/** The calls of one level or warning in a line: how many are left, who is calling whom, who is next. Leads to the calls. */
import { classes } from '#renderer/ui/classes.ts';
import type { CallTreeRow } from '#shared/contract/rows.ts';
import type { CallSubject } from '#shared/domain/callTree/commands.ts';
import { useDeskQuery } from '../desk/useDeskQuery.ts';
import { useLabel, useT } from '../i18n/locale.ts';
import { useHref } from '../routes/navigation.ts';
import { CallProgress } from './CallProgress.tsx';
import styles from './CallTreeLine.module.css';
import { callTreeRoute, subjectKey } from './callTreeRoute.ts';

export function CallTreeLine({ row }: { row: CallTreeRow }) {
  const t = useT();
  const label = useLabel();
  const hrefOf = useHref();
  const { left, total, unreached, calling, next } = row;
  const isDone = left === 0;
  return (
    <div className={styles.line}>
      <a className={styles.name} href={hrefOf(callTreeRoute(row.subject))} title={row.title}>
        {label(row.tree)}
      </a>
      <CallProgress counts={row} />
      <strong className={classes(styles.count, isDone && styles.done)}>
        {isDone ? t('callTree.allDone', { n: total }) : t('callTree.left', { n: left, of: total })}
      </strong>
      {unreached > 0 && <span className={styles.owed}>{t('callTree.unreached', { n: unreached })}</span>}
      {calling.map(({ officer, who }) => (
        <span key={officer} className={styles.said}>
          {t('callTree.calling', { officer, who: label(who) })}
        </span>
      ))}
      {next !== null && (
        <span className={classes(styles.said, styles.quiet)}>{t('callTree.next', { who: label(next) })}</span>
      )}
    </div>
  );
}

/** Of this incident or warning; nothing where nobody is to be called. */
export function CallTreeOf({ subject }: { subject: CallSubject }) {
  const { data: board } = useDeskQuery({ type: 'getBoard' });
  const key = subjectKey(subject);
  const row = board?.callTrees.find((each) => subjectKey(each.subject) === key);
  return row === undefined ? null : (
    <div className={styles.band}>
      <CallTreeLine row={row} />
    </div>
  );
}
