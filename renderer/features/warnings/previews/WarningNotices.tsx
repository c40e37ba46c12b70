/** 预警通知: the notices of one warning, previewed as they print, kept as Word or PDF. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { OfficialPaper } from '#renderer/app/paper/OfficialPaper.tsx';
import { PaperActions } from '#renderer/app/paper/PaperActions.tsx';
import { useHead } from '#renderer/app/paper/useHead.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { classes } from '#renderer/ui/classes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { WarningFile } from '#shared/contract/rows.ts';
import { fitsOnePage } from '#shared/documents/sheet.ts';
import { noticesOfWarning, warningNotice } from '#shared/domain/papers/warningNotice.ts';
import styles from './Notices.module.css';
import { useNoticeName } from './useNoticeName.ts';

export function WarningNotices({ warningId, notice }: { warningId: string; notice: string }) {
  const query = useDeskQuery({ type: 'getWarning', warningId });
  return <Loaded query={query}>{(file) => <Notices file={file} chosen={notice} />}</Loaded>;
}

function Notices({ file, chosen }: { file: WarningFile; chosen: string }) {
  const t = useT();
  const hrefOf = useHref();
  const nameOf = useNoticeName();
  const { plan, desk } = useDesk();
  const head = useHead();
  const notices = noticesOfWarning(file);
  const of = notices.find((each) => String(each) === chosen) ?? notices.at(-1);
  const context = { plan, papers: desk.papers, head, isDrill: desk.kind !== 'live', at: file.at };
  const paper = of === undefined ? null : warningNotice(context, file, of);
  const { warningId, title } = file;
  return (
    <div className={styles.page}>
      <header className={classes(styles.head, styles.screenOnly)}>
        <a className={styles.link} href={hrefOf({ screen: 'warning', warningId })}>
          {title}
        </a>
        <div className={styles.actions}>{paper !== null && <PaperActions document={paper} />}</div>
      </header>
      <nav className={classes(styles.list, styles.screenOnly)} aria-label={t('warnings.notices')}>
        <ul>
          {notices.toReversed().map((each) => (
            <li key={each}>
              <a
                className={classes(styles.notice, each === of && styles.chosen)}
                aria-current={each === of ? 'page' : undefined}
                href={hrefOf({ screen: 'warning', warningId, notice: String(each) })}
              >
                {nameOf(each)}
              </a>
            </li>
          ))}
        </ul>
        {paper !== null && !fitsOnePage(paper) && <p className={styles.long}>{t('warnings.overOnePage')}</p>}
      </nav>
      {paper === null ? <EmptyState title={t('warnings.noNotice')} /> : <OfficialPaper key={of} document={paper} />}
    </div>
  );
}
