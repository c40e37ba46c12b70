/**
 * Words with a short list behind them: typing filters, and while nothing is typed a digit picks from the list, because
 * 泽州县 by the input method costs eight keys and 2 costs one.
 */
import type { KeyboardEvent } from 'react';
import { ComboBox } from './ComboBox.tsx';
import { isComposing } from './composition.ts';
import type { Choice } from './Select.tsx';

export type PickFieldProps = {
  label: string;
  choices: readonly Choice[];
  value: string;
  onChange: (text: string) => void;
  placeholder?: string;
  unknown?: boolean;
  error?: string | null;
  isRequired?: boolean;
  autoFocus?: boolean;
};

export function PickField({ choices, value, onChange, ...rest }: PickFieldProps) {
  const typed = value.trim();
  const isOneOfThem = choices.some(({ label }) => label === typed);
  const shown = typed === '' || isOneOfThem ? choices : choices.filter(({ label }) => label.includes(typed));
  const numbered = shown.map((choice) => ({ ...choice, hint: String(choices.indexOf(choice) + 1) }));
  const pick = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    const isFresh = typed === '' || isAllSelected(event.target);
    const chosen = choices[Number(event.key) - 1];
    if (!isFresh || chosen === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(chosen.label);
  };
  /** Left behind as the beginning of one choice only: that one is meant. */
  const complete = () => {
    const begun = choices.filter(({ label }) => typed !== '' && label.startsWith(typed));
    const [only] = begun;
    if (only !== undefined && begun.length === 1 && only.label !== value) onChange(only.label);
  };
  return (
    // The digits are a shortcut for the list, which arrows and Enter reach too.
    <div onKeyDownCapture={pick} onBlur={complete} role="presentation">
      <ComboBox {...rest} choices={numbered} value={value} onChange={onChange} />
    </div>
  );
}

/** Tabbing into a field selects its text: what is typed then replaces it. */
const isAllSelected = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement && target.selectionStart === 0 && target.selectionEnd === target.value.length;
