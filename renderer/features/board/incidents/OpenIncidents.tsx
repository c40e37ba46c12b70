/** Open incidents, most urgent first: how bad, how it is known, what to look at. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IncidentRow } from '#shared/contract/rows.ts';
import { IncidentItem } from './IncidentItem.tsx';
import styles from './OpenIncidents.module.css';

export function OpenIncidents({ incidents }: { incidents: readonly IncidentRow[] }) {
  const t = useT();
  return (
    <Panel
      title={t('board.incidents', { n: incidents.length })}
      aside={incidents.length > 1 ? t('board.byUrgency') : undefined}
      className={styles.panel ?? ''}
    >
      {incidents.length === 0 && <p className={styles.none}>{t('board.incidentsNone')}</p>}
      <ul>
        {incidents.map((incident) => (
          <IncidentItem key={incident.incidentId} incident={incident} />
        ))}
      </ul>
    </Panel>
  );
}
