/** A bar for each incident of what this desk owed, and how long its first reports took. */
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { FirstReports, IncidentStatistics, StatisticsRow } from '#shared/contract/rows.ts';
import bars from './Bars.module.css';
import { useFirstValues } from './firstValues.ts';
import styles from './Statistics.module.css';
import type { OnShow } from './shown.ts';
import { TallyRow, totalOf } from './TallyRow.tsx';

const FIRST: readonly (keyof FirstReports)[] = ['receiptToPhone', 'receiptToWritten'];

export function ByIncident({ row, onShow }: { row: StatisticsRow; onShow: OnShow }) {
  const t = useT();
  const most = Math.max(...row.incidents.map(({ own }) => totalOf(own)));
  if (row.incidents.length === 0) return null;
  return (
    <Panel title={t('statistics.byIncident')} aside={t('statistics.own')}>
      <ul className={bars.rows}>
        {row.incidents.map((incident) => (
          <TallyRow
            key={incident.incidentId}
            name={incident.title}
            label={<Name incident={incident} at={row.at} />}
            tally={incident.own}
            part={{ incidentId: incident.incidentId, side: 'own' }}
            most={most}
            onShow={onShow}
          />
        ))}
      </ul>
    </Panel>
  );
}

function Name({ incident, at }: { incident: IncidentStatistics; at: number }) {
  const t = useT();
  const format = useFormat();
  const hrefOf = useHref();
  const { minutes } = useFirstValues();
  const { incidentId, title, receivedAt, first } = incident;
  return (
    <>
      <a className={styles.title} href={hrefOf({ screen: 'incident', incidentId })}>
        {title}
      </a>
      <span className={styles.line}>{t('statistics.received', { time: format.instant(receivedAt, at) })}</span>
      {FIRST.map((key) => (
        <span key={key} className={styles.line}>
          {t(`statistics.first.${key}`)} <b>{minutes(first[key])}</b>
        </span>
      ))}
    </>
  );
}
