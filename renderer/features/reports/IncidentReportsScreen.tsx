/** What was reported about an incident, to whom, on time or not; and what was signed. */

import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { IncidentSwitch } from './IncidentSwitch.tsx';
import { DocumentsTable } from './list/DocumentsTable.tsx';
import styles from './list/Reports.module.css';
import { ReportsTable } from './list/ReportsTable.tsx';

export function IncidentReportsScreen({ incidentId }: { incidentId: string }) {
  const t = useT();
  const query = useDeskQuery({ type: 'getIncident', incidentId });
  return (
    <Loaded query={query}>
      {(file) => (
        <div className={styles.page}>
          <header className={styles.head}>
            <IncidentSwitch incidentId={incidentId} title={file.title} form="list" />
            <div className={styles.actions}>
              <Button
                variant="primary"
                kbd="F4"
                onPress={() => navigate({ screen: 'report', incidentId, form: 'phone' })}
              >
                {t('board.call')}
              </Button>
              <Button onPress={() => navigate({ screen: 'report', incidentId, form: 'initial' })}>
                {t('reports.initial')}
              </Button>
              <Button onPress={() => navigate({ screen: 'report', incidentId, form: 'followUp' })}>
                {t('reports.followUp')}
              </Button>
              <Button onPress={() => navigate({ screen: 'report', incidentId, form: 'final' })}>
                {t('reports.final')}
              </Button>
              <Button onPress={() => navigate({ screen: 'report', incidentId, form: 'papers' })}>
                {t('reports.papers')}
              </Button>
              <Button onPress={() => navigate({ screen: 'bulletins', incidentId })}>{t('app.bulletins')}</Button>
            </div>
          </header>
          <Panel title={t('reports.listReports', { n: file.reports.length })}>
            <ReportsTable file={file} />
          </Panel>
          <Panel title={t('reports.listDocuments', { n: file.documents.length })}>
            <DocumentsTable file={file} />
          </Panel>
        </div>
      )}
    </Loaded>
  );
}
