/** Which incident to report about. */

import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { IncidentChoice } from './list/IncidentChoice.tsx';
import styles from './list/Reports.module.css';

export function ReportsScreen() {
  const t = useT();
  const { readOnly } = useDesk();
  const query = useDeskQuery({ type: 'listIncidents', status: 'all' });
  return (
    <Loaded query={query}>
      {(incidents) =>
        incidents.length === 0 ? (
          <EmptyState
            title={t('reports.noIncident')}
            actions={
              !readOnly && (
                <Button variant="primary" size="l" kbd="F2" onPress={() => navigate({ screen: 'intake' })}>
                  {t('app.intake')}
                </Button>
              )
            }
          >
            {t('reports.noIncidentHelp')}
          </EmptyState>
        ) : (
          <div className={styles.page}>
            <h2 className={styles.title}>{t('reports.choose')}</h2>
            {incidents.every(({ closedAt }) => closedAt !== null) && <p>{t('reports.noneOpen')}</p>}
            <ul className={styles.incidents}>
              {incidents.map((incident) => (
                <IncidentChoice key={incident.incidentId} incident={incident} />
              ))}
            </ul>
          </div>
        )
      }
    </Loaded>
  );
}
