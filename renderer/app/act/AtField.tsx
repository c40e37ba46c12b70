/** When it was: a time in the short forms; left empty it is now. */
import { TimeField } from '#renderer/ui/TimeField.tsx';
import type { TimeValue } from '#renderer/ui/timeValue.ts';
import type { Towards } from '#shared/domain/time/shortTime.ts';
import { readNow } from '../clock/clock.ts';
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/locale.ts';

type Props = {
  label: string;
  value: TimeValue;
  onChange: (value: TimeValue) => void;
  /** Instead of “now”: what an empty field means. */
  placeholder?: string;
  isRequired?: boolean;
  /** `coming`: until when, not when it was. */
  towards?: Towards;
};

export function AtField({ label, value, onChange, placeholder, isRequired = false, towards = 'past' }: Props) {
  const t = useT();
  const { timeZone, day, dayHint } = useFormat();
  return (
    <TimeField
      label={label}
      value={value}
      onChange={onChange}
      now={readNow}
      timeZone={timeZone}
      towards={towards}
      placeholder={placeholder ?? t('response.now')}
      meaning={({ at }) => `${dayHint(at, readNow())} ${day(at)}`}
      isRequired={isRequired}
    />
  );
}
