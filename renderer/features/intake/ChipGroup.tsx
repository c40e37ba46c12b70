/**
 * What happened, as chips: each is not asked, yes, no or 正在核实. One tab stop for all of them: arrows move, a digit jumps
 * to a chip and switches it, space goes round, y, n and ? say which, Backspace takes it back.
 */
import { type KeyboardEvent, useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n/locale.ts';
import { classes } from '#renderer/ui/classes.ts';
import type { TriState } from '#shared/plan/facts.ts';
import styles from './ChipGroup.module.css';

export type Chip = {
  id: string;
  label: string;
  value: TriState | null;
  /** In the order in which pressing goes round. */
  values: readonly (TriState | null)[];
  onChange: (value: TriState | null) => void;
};

type ChipGroupProps = { label: string; chips: readonly Chip[]; error: string | null };

const KEYS: Record<string, TriState | null> = {
  y: 'yes',
  n: 'no',
  '?': 'unknown',
  '？': 'unknown',
  Backspace: null,
  Delete: null,
};

export function ChipGroup({ label, chips, error }: ChipGroupProps) {
  const t = useT();
  const [current, setCurrent] = useState(0);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const go = (index: number) => {
    const target = (index + chips.length) % chips.length;
    setCurrent(target);
    buttons.current[target]?.focus();
  };
  const put = (chip: Chip | undefined, value: TriState | null) => {
    if (chip?.values.includes(value)) chip.onChange(value);
  };
  const round = (chip: Chip | undefined) => {
    if (chip) chip.onChange(chip.values[(chip.values.indexOf(chip.value) + 1) % chip.values.length] ?? null);
  };
  const pressed = (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, code } = event;
    if (ctrlKey || metaKey) return;
    const chip = chips[current];
    const handled = (): boolean => {
      if (altKey) return code === 'Slash' && (put(chip, 'unknown'), true);
      if (key === 'ArrowRight' || key === 'ArrowDown') return go(current + 1), true;
      if (key === 'ArrowLeft' || key === 'ArrowUp') return go(current - 1), true;
      if (/^[1-9]$/.test(key) && Number(key) <= chips.length) {
        const index = Number(key) - 1;
        go(index);
        put(chips[index], chips[index]?.value === null ? 'yes' : null);
        return true;
      }
      const value = KEYS[key];
      return value !== undefined && (put(chip, value), true);
    };
    if (!handled()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <fieldset className={styles.group} onKeyDownCapture={pressed}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.chips}>
        {chips.map((chip, index) => (
          <button
            key={chip.id}
            type="button"
            ref={(element) => {
              buttons.current[index] = element;
            }}
            tabIndex={index === current ? 0 : -1}
            aria-pressed={chip.value === 'yes' ? true : chip.value === 'unknown' ? 'mixed' : false}
            aria-label={chip.value === null ? chip.label : `${chip.label} ${t(`ui.${chip.value}`)}`}
            className={classes(styles.chip, chip.value !== null && styles[chip.value])}
            onFocus={() => setCurrent(index)}
            onClick={() => round(chip)}
          >
            <span className={styles.digit} aria-hidden="true">
              {index + 1}
            </span>
            {chip.value === 'no' ? t('intake.chip.no', { label: chip.label }) : chip.label}
            {chip.value === 'unknown' && <span className={styles.word}>{t('ui.unknown')}</span>}
          </button>
        ))}
      </div>
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  );
}
