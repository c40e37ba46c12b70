/** For each incident two bars, how long and how many keys it took from the intake to its first report. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IncidentStatistics, StatisticsRow } from '#shared/contract/rows.ts';
import bars from './FirstReports.module.css';
import { useFirstValues } from './firstValues.ts';
import styles from './Statistics.module.css';

type Most = { minutes: number; keys: number };

export function ByFirstReport({ row: { incidents } }: { row: StatisticsRow }) {
  const t = useT();
  if (incidents.length === 0) return null;
  const mostOf = (key: 'intakeToReport' | 'keysToReport') =>
    Math.max(1, ...incidents.map(({ first }) => first[key] ?? 0));
  const most = { minutes: mostOf('intakeToReport'), keys: mostOf('keysToReport') };
  return (
    <Panel title={t('statistics.firstReports')} aside={t('statistics.firstReportsHelp')}>
      <ul className={bars.rows}>
        {incidents.map((incident) => (
          <Row key={incident.incidentId} incident={incident} most={most} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ incident: { incidentId, title, first }, most }: { incident: IncidentStatistics; most: Most }) {
  const hrefOf = useHref();
  const values = useFirstValues();
  return (
    <li className={bars.row}>
      <a className={styles.title} href={hrefOf({ screen: 'incident', incidentId })}>
        {title}
      </a>
      <Bar value={first.intakeToReport} most={most.minutes} />
      <span className={bars.value}>{values.minutes(first.intakeToReport)}</span>
      <Bar value={first.keysToReport} most={most.keys} />
      <span className={bars.value}>{values.keys(first)}</span>
    </li>
  );
}

/** The number stands beside it in words. What is not known has no bar, unlike 0, which is a line. */
function Bar({ value, most }: { value: number | null; most: number }) {
  return (
    <span className={bars.track} aria-hidden>
      {value !== null && value >= 0 && <span className={bars.bar} style={{ width: `${(100 * value) / most}%` }} />}
    </span>
  );
}
