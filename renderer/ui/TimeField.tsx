import { useState } from 'react';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { Timed } from '#shared/plan/facts.ts';
import { TextField, type TextFieldProps } from './TextField.tsx';
import { clockText, parseTimeInput } from './timeInput.ts';

/** What was typed and what it meant at that moment: `-20` must not move on while the form stands open. */
export type TimeValue = { text: string; timed: Timed | null };
export const NO_TIME: TimeValue = { text: '', timed: null };

export type TimeFieldProps = Omit<TextFieldProps, 'inside' | 'value' | 'onChange'> & {
  value: TimeValue;
  onChange: (value: TimeValue) => void;
  /** The instant that short forms count from. */
  now: () => number;
  timeZone: string;
  /** Shows what was understood, such as `今日 11-22`, at the field's right end. */
  meaning?: (timed: Timed) => string;
};

/** A time in the short forms of timeInput.ts, always with the date it was understood as. */
export function TimeField({ value, onChange, now, timeZone, meaning, error, ...rest }: TimeFieldProps) {
  const t = useT();
  const [left, setLeft] = useState(false);
  const { text, timed } = value;
  const bad = left && text.trim() !== '' && timed === null;
  return (
    <TextField
      placeholder={t('ui.time.hint')}
      {...rest}
      value={text}
      onChange={(typed) => onChange({ text: typed, timed: parseTimeInput(typed, now(), timeZone) })}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true);
        // Left behind as a clock time: minutes ago would be wrong a minute later.
        if (timed) onChange({ text: clockText(timed, timeZone), timed });
      }}
      error={error ?? (bad ? t('ui.time.bad') : null)}
      inside={timed && meaning?.(timed)}
    />
  );
}
