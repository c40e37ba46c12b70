/** One element of the report. `?` is 正在核实, as everywhere; typed over, it can go back to what the facts say. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { ReportElement } from '#shared/domain/report/initialReport.ts';
import { BEING_VERIFIED } from '#shared/domain/report/quantityText.ts';
import styles from './InitialReport.module.css';

type Props = {
  element: ReportElement;
  isTyped: boolean;
  typed: string | undefined;
  onChange: (text: string | null) => void;
};

export function ElementField({ element, isTyped, typed, onChange }: Props) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const planned = plan.initialReportElements.find(({ id }) => id === element.id);
  const source = planned?.source;
  const detail = source?.kind === 'detail' ? plan.details.find(({ id }) => id === source.detail) : undefined;
  const unknown = element.state === 'beingVerified';
  const field = {
    label: label(planned, element.label),
    value: typed ?? (unknown ? BEING_VERIFIED : element.text),
    onChange: (text: string) => onChange(/^[?？]$/.test(text) ? BEING_VERIFIED : text),
    unknown,
    hint: <span data-state={element.state}>{t(`reports.element.${element.state}`)}</span>,
  };
  return (
    <li className={styles.element} data-state={element.state}>
      {detail?.input === 'longText' ? <TextArea {...field} rows={2} /> : <TextField {...field} />}
      {isTyped && (
        <Button
          variant="quiet"
          className={styles.restore ?? ''}
          aria-label={t('reports.restoreOf', { label: field.label })}
          onPress={() => onChange(null)}
        >
          {t('reports.restore')}
        </Button>
      )}
    </li>
  );
}
