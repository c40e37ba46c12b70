/** One figure as typed: `3`, `3+`, `约3`, `3-5`, `?`. Shows how it was understood; 正在核实 is hatched and never 0. */
import { useState } from 'react';
import { TextField } from '#renderer/ui/TextField.tsx';
import { parseQuantity } from '#shared/domain/quantity.ts';
import type { PlanFigure } from '#shared/plan/schema.ts';
import { useLabel, useT } from '../i18n/locale.ts';
import { usePlanWords } from './usePlanWords.ts';

type FigureFieldProps = {
  figure: PlanFigure;
  text: string;
  onChange: (text: string) => void;
  placeholder?: string;
  error?: string | null;
  autoFocus?: boolean;
};

export function FigureField({ figure, text, onChange, placeholder = '', error = null, ...rest }: FigureFieldProps) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const [left, setLeft] = useState(false);
  const quantity = parseQuantity(text);
  const unknown = quantity?.kind === 'unknown';
  const isBad = text.trim() !== '' && quantity === null;
  return (
    <TextField
      {...rest}
      label={label(figure)}
      // Hatched and empty, so that typing replaces it.
      value={unknown ? '' : text}
      unknown={unknown}
      placeholder={unknown ? t('ui.unknown') : placeholder}
      // An exact number reads the same as typed; the other kinds show how they were understood.
      inside={quantity !== null && !unknown && quantity.kind !== 'exact' && words.quantity(figure.id, quantity)}
      error={error ?? (left && isBad ? t('why.figure.bad') : null)}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
      onChange={onChange}
    />
  );
}
