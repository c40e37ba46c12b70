/**
 * 预警: issues by level, month by month, a bar for each with its number beside it; how long clues waited, an assessment for
 * the issue, an issue for those who acknowledged.
 */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { LevelShape } from '#renderer/ui/LevelShape.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { Spread, StatisticsRow } from '#shared/contract/rows.ts';
import styles from './Statistics.module.css';
import bars from './Warnings.module.css';

const TIMES = ['clueToAssessment', 'assessmentToIssue', 'issueToAcknowledgement'] as const;

export function ByWarning({ row: { warnings } }: { row: StatisticsRow }) {
  const t = useT();
  const { issues, clues } = warnings;
  if (issues.length === 0 && clues === 0) return null;
  const most = Math.max(1, ...issues.map(({ n }) => n));
  return (
    <Panel title={t('statistics.warnings')} aside={t('statistics.warningsHelp')}>
      <ul className={bars.rows}>
        {issues.map((issue) => (
          <Issues key={`${issue.month} ${issue.level}`} {...issue} most={most} />
        ))}
      </ul>
      <dl className={styles.facts}>
        <div>
          <dt>{t('statistics.clues')}</dt>
          <dd>{clues}</dd>
        </div>
        {TIMES.map((key) => (
          <Time key={key} name={t(`statistics.warning.${key}`)} spread={warnings[key]} />
        ))}
      </dl>
    </Panel>
  );
}

function Issues({ month, level, n, most }: { month: string; level: string; n: number; most: number }) {
  const label = useLabel();
  const { plan } = useDesk();
  const known = plan.warnings?.levels.find(({ id }) => id === level);
  return (
    <li className={bars.row}>
      <span>{month}</span>
      <span className={bars.level}>
        {known !== undefined && <LevelShape colour={known.colour} />}
        {label(known, level)}
      </span>
      <span className={bars.track} aria-hidden>
        <span className={bars.bar} style={{ width: `${(100 * n) / most}%` }} />
      </span>
      <span className={bars.value}>{n}</span>
    </li>
  );
}

function Time({ name, spread }: { name: string; spread: Spread | null }) {
  const t = useT();
  const minutes = (n: number): string => t('statistics.minutes', { n });
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {spread === null
          ? t('statistics.warning.none')
          : t('statistics.warning.value', {
              median: minutes(spread.median),
              worst: minutes(spread.worst),
              n: spread.n,
            })}
      </dd>
    </div>
  );
}
