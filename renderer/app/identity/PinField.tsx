/** Six digits, shown as dots; the sixth sends them. Wrong ones are wiped for the next try. */
import { useEffect, useRef, useState } from 'react';
import { TextField } from '#renderer/ui/TextField.tsx';
import { PIN_DIGITS } from '#shared/domain/people/pin.ts';

type PinFieldProps = {
  label: string;
  busy: boolean;
  problem: string | null;
  onPin: (pin: string) => Promise<void>;
  autoFocus?: boolean;
};

export function PinField({ label, busy, problem, onPin, autoFocus = false }: PinFieldProps) {
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  const change = (text: string): void => {
    const digits = text.replace(/\D/g, '').slice(0, PIN_DIGITS);
    setTyped(digits);
    if (digits.length < PIN_DIGITS || busy) return;
    void onPin(digits).finally(() => setTyped(''));
  };
  return (
    <TextField
      label={label}
      type="password"
      inputMode="numeric"
      value={typed}
      onChange={change}
      isReadOnly={busy}
      error={problem}
      inputRef={input}
    />
  );
}
