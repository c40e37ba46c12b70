/** Months from and to, and one incident; printing what is shown. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { type Choice, Select } from '#renderer/ui/Select.tsx';
import type { StatisticsRow } from '#shared/contract/rows.ts';
import { type Chosen, withMonth } from './chosen.ts';
import styles from './Statistics.module.css';

const ALL = '*';
type FiltersProps = { row: StatisticsRow; chosen: Chosen; onChange: (chosen: Chosen) => void };

export function Filters({ row, chosen, onChange }: FiltersProps) {
  const t = useT();
  const all: Choice = { id: ALL, label: t('statistics.all') };
  const months = [all, ...row.months.toReversed().map((month) => ({ id: month, label: month }))];
  const incidents = [all, ...row.choices.map(({ incidentId, title }) => ({ id: incidentId, label: title }))];
  const idOf = (id: string): string | null => (id === ALL ? null : id);
  return (
    <div className={styles.filters}>
      <Select
        label={t('statistics.from')}
        choices={months}
        value={chosen.fromMonth ?? ALL}
        onChange={(id) => onChange(withMonth(chosen, 'fromMonth', idOf(id)))}
      />
      <Select
        label={t('statistics.to')}
        choices={months}
        value={chosen.toMonth ?? ALL}
        onChange={(id) => onChange(withMonth(chosen, 'toMonth', idOf(id)))}
      />
      <Select
        label={t('statistics.incident')}
        choices={incidents}
        value={chosen.incidentId ?? ALL}
        onChange={(id) => onChange({ ...chosen, incidentId: idOf(id) })}
        className={styles.wide ?? ''}
      />
      <Button onPress={() => window.print()}>{t('statistics.print')}</Button>
    </div>
  );
}
