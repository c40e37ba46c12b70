/** To whom a report goes, each with what it would meet there: ticked where something is owed. */
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Obligation } from '#shared/plan/assessment.ts';
import { clockTone } from '../clock/obligationClock.ts';
import { Ticking } from '../clock/Ticking.tsx';
import { useClockWords } from '../clock/useClockWords.ts';
import { useDesk } from '../desk/deskContext.ts';
import { useLabel, useT } from '../i18n/locale.ts';
import { usePlanWords } from '../plan/usePlanWords.ts';
import styles from './ReportRecipients.module.css';
import type { Recipient } from './reportForm.ts';

type Props = {
  legend: string;
  recipients: readonly Recipient[];
  onTick: (unit: string, on: boolean) => void;
  error?: string | null;
};

export function ReportRecipients({ legend, recipients, onTick, error }: Props) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { plan } = useDesk();
  const shown = new Set(recipients.map(({ to }) => to));
  const others = plan.units
    .filter((unit) => !shown.has(unit.id) && unit.ownDesk !== true)
    .map((unit) => ({ id: unit.id, label: label(unit) }));
  return (
    <fieldset className={styles.recipients}>
      <legend className={styles.legend}>{legend}</legend>
      <ul className={styles.list}>
        {recipients.map(({ to, rows, isTicked, isCopy }) => (
          <li key={to} className={styles.recipient}>
            <Checkbox isOn={isTicked} onChange={(on) => onTick(to, on)} className={styles.unit ?? ''}>
              {words.unit(to)}
            </Checkbox>
            {isCopy && rows.length === 0 && <span className={styles.optional}>{t('reports.alongside')}</span>}
            {rows.length > 0 && (
              <ul className={styles.rows} aria-label={t('reports.meets')}>
                {rows.map((row) => (
                  <MetRow key={row.key} row={row} name={words.rule(row.rule)} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      {others.length > 0 && (
        <Select
          label={t('reports.addRecipient')}
          choices={others}
          value={null}
          placeholder={t('reports.addRecipient')}
          onChange={(unit) => onTick(unit, true)}
          className={styles.others ?? ''}
        />
      )}
    </fieldset>
  );
}

function MetRow({ row, name }: { row: Obligation; name: string }) {
  const t = useT();
  const clock = useClockWords();
  return (
    <li className={styles.row} data-tone={clockTone(row)}>
      <span>
        {name}
        {row.optional && <span className={styles.optional}> {t('reports.optional')}</span>}
      </span>
      <Ticking className={styles.clock} text={(now) => clock.text(row, now)} />
    </li>
  );
}
