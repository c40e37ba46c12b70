/** One detail of the plan's list: words, long words, or words with the package's list behind them. null is 正在核实. */
import { PickField } from '#renderer/ui/PickField.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { listOf } from '#shared/domain/planChoices.ts';
import type { PlanDetail } from '#shared/plan/schema.ts';
import { useDesk } from '../desk/deskContext.ts';
import { useLabel, useT } from '../i18n/locale.ts';

type DetailFieldProps = {
  detail: PlanDetail;
  value: string | null | undefined;
  onChange: (value: string | null) => void;
  error?: string | null;
};

export function DetailField({ detail, value, onChange, error = null }: DetailFieldProps) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const common = {
    label: label(detail),
    value: value ?? '',
    unknown: value === null,
    placeholder: value === null ? t('ui.unknown') : '',
    error,
    onChange: (text: string) => onChange(text === '?' || text === '？' ? null : text),
  };
  const list = listOf(plan, detail);
  if (list !== null) {
    return <PickField {...common} choices={list.map((item) => ({ id: item.id, label: label(item) }))} />;
  }
  return detail.input === 'longText' ? <TextArea {...common} rows={2} /> : <TextField {...common} />;
}
