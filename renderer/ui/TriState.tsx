import { type KeyboardEvent, useId } from 'react';
import { type Key, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { TriState as Value } from '#shared/plan/facts.ts';
import { classes } from './classes.ts';
import styles from './Toggle.module.css';

export type TriStateProps = {
  label: string;
  /** null = not asked. */
  value: Value | null;
  onChange: (value: Value | null) => void;
  isDisabled?: boolean;
  className?: string;
};

const KEYS: Record<string, Value> = { y: 'yes', '1': 'yes', n: 'no', '0': 'no', '?': 'unknown', '？': 'unknown' };

/** 是 · 否 · 正在核实, as chips. One tab stop; y, n and ? choose; choosing again takes it back. */
export function TriState({ label, value, onChange, isDisabled = false, className }: TriStateProps) {
  const t = useT();
  const labelId = useId();
  const pressed = (event: KeyboardEvent) => {
    const chosen = KEYS[event.key];
    if (chosen === undefined || event.ctrlKey || event.metaKey || isDisabled) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(chosen);
  };
  return (
    // The keys below are a shortcut for the buttons inside, which are reachable by themselves.
    <div className={classes(styles.labelled, className)} onKeyDown={pressed} role="presentation">
      <span id={labelId} className={styles.label}>
        {label}
      </span>
      <ToggleButtonGroup
        aria-labelledby={labelId}
        selectionMode="single"
        isDisabled={isDisabled}
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={(keys: Set<Key>) => onChange(([...keys][0] as Value | undefined) ?? null)}
        className={classes(styles.group, styles.joined)}
      >
        <ToggleButton id="yes" className={styles.toggle ?? ''}>
          {t('ui.yes')}
        </ToggleButton>
        <ToggleButton id="no" className={styles.toggle ?? ''}>
          {t('ui.no')}
        </ToggleButton>
        <ToggleButton id="unknown" className={classes(styles.toggle, styles.unknown)}>
          {t('ui.unknown')}
        </ToggleButton>
      </ToggleButtonGroup>
    </div>
  );
}
