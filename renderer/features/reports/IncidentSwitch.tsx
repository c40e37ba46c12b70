/** Which incident the page is about; the others are one choice away. */
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { navigate, useHref } from '#renderer/app/routes/navigation.ts';
import type { ReportForm } from '#renderer/app/routes/route.ts';
import { Select } from '#renderer/ui/Select.tsx';
import styles from './IncidentSwitch.module.css';

type Props = { incidentId: string; title: string; form: ReportForm };

export function IncidentSwitch({ incidentId, title, form }: Props) {
  const t = useT();
  const hrefOf = useHref();
  const { data: incidents = [] } = useDeskQuery({ type: 'listIncidents' });
  const others = incidents.filter((row) => row.incidentId !== incidentId);
  return (
    <div className={styles.bar}>
      <a className={styles.title} href={hrefOf({ screen: 'incident', incidentId })}>
        {title}
      </a>
      {others.length > 0 && (
        <Select
          label={t('reports.otherIncident')}
          choices={others.map((row) => ({ id: row.incidentId, label: row.title }))}
          value={null}
          placeholder={t('reports.otherIncident')}
          onChange={(id) => navigate({ screen: 'report', incidentId: id, form })}
          className={styles.others ?? ''}
        />
      )}
    </div>
  );
}
