/** What is looked for, and where: kinds as chips, then incident, author and time. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import styles from './Find.module.css';
import { type Filters, periods, scopes } from './filters.ts';

const ALL = 'all';

type FilterChipsProps = { filters: Filters; onChange: (filters: Filters) => void };

export function FilterChips({ filters, onChange }: FilterChipsProps) {
  const t = useT();
  const { desk } = useDesk();
  const { data: incidents = [] } = useDeskQuery({ type: 'listIncidents', status: 'all' });
  const idOf = (chosen: string): string | null => (chosen === ALL ? null : chosen);
  return (
    <div className={styles.filters}>
      <ChoiceGroup
        label={t('find.kinds')}
        labelHidden
        choices={scopes.map((id) => ({ id, label: t(`find.scope.${id}`) }))}
        value={filters.scope}
        onChange={(id) => onChange({ ...filters, scope: scopes.find((one) => one === id) ?? 'all' })}
        className={styles.chips ?? ''}
      />
      <div className={styles.selects}>
        <Select
          label={t('find.incident')}
          choices={[
            { id: ALL, label: t('find.every.incident') },
            ...incidents.map(({ incidentId, title }) => ({ id: incidentId, label: title })),
          ]}
          value={filters.incidentId ?? ALL}
          onChange={(id) => onChange({ ...filters, incidentId: idOf(id) })}
          className={styles.select ?? ''}
        />
        <Select
          label={t('find.author')}
          choices={[
            { id: ALL, label: t('find.every.author') },
            ...desk.officers.map(({ officerId, name }) => ({ id: officerId, label: name })),
          ]}
          value={filters.officerId ?? ALL}
          onChange={(id) => onChange({ ...filters, officerId: idOf(id) })}
          className={styles.select ?? ''}
        />
        <Select
          label={t('find.period')}
          choices={periods.map((id) => ({ id, label: t(`find.period.${id}`) }))}
          value={filters.period}
          onChange={(id) => onChange({ ...filters, period: periods.find((one) => one === id) ?? 'all' })}
          className={styles.select ?? ''}
        />
      </div>
    </div>
  );
}
