/** Fields that several acts ask alike: a reason, a time, a source. */
import { readNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';
import { NO_TIME, type TimeValue, timeKind } from '#renderer/ui/timeValue.ts';
import type { Act } from './useAct.ts';

type ReasonProps = { act: Act<{ reason: string }>; label?: string; optional?: boolean; autoFocus?: boolean };

export function ReasonField({ act, label, optional = false, autoFocus = false }: ReasonProps) {
  const t = useT();
  const { form, change, tried } = act;
  return (
    <TextArea
      label={label ?? t(optional ? 'incident.reasonOptional' : 'incident.reason')}
      value={form.reason}
      onChange={(reason) => change({ reason })}
      isRequired={!optional}
      error={!optional && tried && form.reason.trim() === '' ? t('incident.reasonNeeded') : null}
      autoFocus={autoFocus}
    />
  );
}

type WhenProps = {
  label: string;
  value: TimeValue;
  onChange: (value: TimeValue) => void;
  placeholder?: string;
  autoFocus?: boolean;
};

/** `?` is 正在核实 where the form takes it. */
export function WhenField({ label, value, onChange, placeholder = '', autoFocus = false }: WhenProps) {
  const t = useT();
  const { timeZone, day, dayHint } = useFormat();
  const unknown = timeKind(value) === 'unknown';
  return (
    <TimeField
      label={label}
      value={unknown ? NO_TIME : value}
      unknown={unknown}
      onChange={onChange}
      now={readNow}
      timeZone={timeZone}
      placeholder={unknown ? t('ui.unknown') : placeholder}
      meaning={({ at }) => `${dayHint(at, readNow())} ${day(at)}`}
      autoFocus={autoFocus}
    />
  );
}

export function SourceField({ act }: { act: Act<{ source: string }> }) {
  const t = useT();
  return (
    <TextField
      label={t('incident.source')}
      value={act.form.source}
      onChange={(source) => act.change({ source })}
      placeholder={t('incident.sourceHint')}
    />
  );
}

export const isReadable = (value: TimeValue): boolean => timeKind(value) !== 'bad';
/** A text where something was typed. */
export const given = <K extends string>(key: K, text: string): { [P in K]?: string } =>
  (text.trim() === '' ? {} : { [key]: text.trim() }) as { [P in K]?: string };
