import { useState } from 'react';
import { useT } from '#renderer/app/i18n/locale.ts';
import { shortTimeText, type Towards } from '#shared/domain/time/shortTime.ts';
import type { Timed } from '#shared/plan/facts.ts';
import { TextField, type TextFieldProps } from './TextField.tsx';
import { readTime, type TimeValue, timeKind } from './timeValue.ts';

export type TimeFieldProps = Omit<TextFieldProps, 'inside' | 'value' | 'onChange'> & {
  value: TimeValue;
  onChange: (value: TimeValue) => void;
  /** The instant that short forms count from: `readNow` of app/clock. */
  now: () => number;
  timeZone: string;
  /** `coming` where a time to come is asked for: a due time, an expiry. */
  towards?: Towards;
  /** Shows what was understood, such as `今日 11-22`, at the field's right end. */
  meaning?: (timed: Timed) => string;
};

/** A time in the short forms of shortTime.ts, always with the date it was understood as; `?` is 正在核实. */
export function TimeField(props: TimeFieldProps) {
  const { value, onChange, now, timeZone, towards = 'past', meaning, error, unknown, ...rest } = props;
  const t = useT();
  const [left, setLeft] = useState(false);
  const { timed } = value;
  const kind = timeKind(value);
  return (
    <TextField
      placeholder={t('ui.time.hint')}
      {...rest}
      value={value.text}
      onChange={(text) => onChange(readTime(text, now(), timeZone, towards))}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true);
        // Left behind as a clock time: minutes ago would be wrong a minute later.
        if (timed) onChange({ text: shortTimeText(timed, now(), timeZone, towards), timed });
        else if (kind === 'unknown') onChange({ text: t('ui.unknown'), timed: null });
      }}
      error={error ?? (left && kind === 'bad' ? t('ui.time.bad') : null)}
      unknown={unknown === true || kind === 'unknown'}
      inside={timed && meaning?.(timed)}
    />
  );
}
