/** What it is in, at which level, since when and in whose name; what is owed; and what comes next, by whom. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { WarningFile, WarningStage } from '#shared/contract/rows.ts';
import type { Ask } from './asked.ts';
import { HeadActs } from './HeadActs.tsx';
import { LevelName } from './LevelName.tsx';
import styles from './Warnings.module.css';
import { useWarningWords } from './warningWords.ts';

export function Head({ file, ask }: { file: WarningFile; ask: Ask }) {
  const t = useT();
  const hrefOf = useHref();
  return (
    <Panel
      className={styles.head ?? ''}
      title={<span className={styles.title}>{file.title}</span>}
      aside={
        <a className={styles.link} href={hrefOf({ screen: 'warnings' })}>
          {t('warnings.toAll')}
        </a>
      }
    >
      <div className={styles.state}>
        <LevelName level={file.level} none={t('warnings.noLevel')} />
        <strong>{t(`warnings.stage.${file.stage}`)}</strong>
        <Since file={file} />
        <Owed file={file} />
      </div>
      <Next file={file} />
      {ask !== null && <HeadActs file={file} ask={ask} />}
    </Panel>
  );
}

function Since({ file }: { file: WarningFile }) {
  const t = useT();
  const format = useFormat();
  const words = useWarningWords();
  const { since, at, version, issuedBy, endedAt } = file;
  const parts = [
    t('warnings.sinceAt', { time: format.instant(since, at) }),
    version > 0 && t('warnings.version', { n: version }),
    issuedBy !== null && t('warnings.inNameOf', { authority: words.authority(issuedBy.authority) }),
    endedAt !== null && t('warnings.endedAt', { time: format.instant(endedAt, at) }),
  ];
  return <span className={styles.quiet}>{parts.filter(Boolean).join(' · ')}</span>;
}

function Owed({ file }: { file: WarningFile }) {
  const t = useT();
  const format = useFormat();
  const { unacknowledged, recipients, review, at } = file;
  return (
    <>
      {unacknowledged > 0 && (
        <strong className={styles.owed}>{t('warnings.unacknowledged', { n: unacknowledged, of: recipients })}</strong>
      )}
      {review !== null && (
        <span className={review.isDue ? styles.owed : styles.quiet}>
          {t(review.isDue ? 'warnings.reviewDue' : 'warnings.reviewAt', { time: format.instant(review.at, at) })}
        </span>
      )}
    </>
  );
}

/** The next step in words, with the posts that the plan names for it. */
function Next({ file }: { file: WarningFile }) {
  const t = useT();
  const words = usePlanWords();
  const hrefOf = useHref();
  const { plan } = useDesk();
  const { stage, may, converted } = file;
  if (converted !== null) {
    return (
      <p>
        {t('warnings.next.converted')}{' '}
        <a className={styles.link} href={hrefOf({ screen: 'incident', incidentId: converted.incidentId })}>
          {t('warnings.toIncident')}
        </a>
      </p>
    );
  }
  const posts: Partial<Record<WarningStage, string[]>> = {
    reported: may.approve,
    approved: may.issue,
    issued: may.release,
  };
  const who = posts[stage];
  return (
    <p>
      {stage === 'proposed'
        ? t('warnings.next.proposed', { unit: words.unit(plan.warnings?.reportedTo.unit ?? '') })
        : t(`warnings.next.${stage}`)}
      {who !== undefined && ` · ${t('response.mayDecide', { posts: words.posts(who) })}`}
    </p>
  );
}
