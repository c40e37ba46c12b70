import { useId } from 'react';
import { ToggleButton as AriaToggleButton, type Key, ToggleButtonGroup } from 'react-aria-components';
import { classes } from './classes.ts';
import type { Choice } from './Select.tsx';
import styles from './Toggle.module.css';

export type ToggleButtonProps = {
  label: string;
  isOn: boolean;
  onChange: (on: boolean) => void;
  isDisabled?: boolean;
  className?: string;
};

export function ToggleButton({ label, isOn, onChange, isDisabled = false, className }: ToggleButtonProps) {
  return (
    <AriaToggleButton
      isSelected={isOn}
      onChange={onChange}
      isDisabled={isDisabled}
      className={classes(styles.toggle, className)}
    >
      {label}
    </AriaToggleButton>
  );
}

type GroupProps = {
  label: string;
  choices: readonly Choice[];
  isDisabled?: boolean;
  /** Hides the label from the eye, not from the ear. */
  labelHidden?: boolean;
  className?: string;
};
type ToggleGroupProps = GroupProps & { value: readonly string[]; onChange: (ids: string[]) => void };
type ChoiceGroupProps = GroupProps & { value: string | null; onChange: (id: string) => void };

/** Any number of the choices. One tab stop, arrows move inside. */
export function ToggleGroup({ value, onChange, ...group }: ToggleGroupProps) {
  return <Group {...group} mode="multiple" selected={value} onSelect={onChange} />;
}

/** Exactly one of the choices, such as a speed or a theme. */
export function ChoiceGroup({ value, onChange, ...group }: ChoiceGroupProps) {
  return (
    <Group
      {...group}
      mode="single"
      selected={value === null ? [] : [value]}
      onSelect={([id]) => id !== undefined && onChange(id)}
    />
  );
}

type InnerProps = GroupProps & {
  mode: 'single' | 'multiple';
  selected: readonly string[];
  onSelect: (ids: string[]) => void;
};

function Group({ label, choices, mode, selected, onSelect, labelHidden = false, className, ...rest }: InnerProps) {
  const labelId = useId();
  return (
    <div className={classes(styles.labelled, className)}>
      {!labelHidden && (
        <span id={labelId} className={styles.label}>
          {label}
        </span>
      )}
      <ToggleButtonGroup
        {...rest}
        {...(labelHidden ? { 'aria-label': label } : { 'aria-labelledby': labelId })}
        selectionMode={mode}
        disallowEmptySelection={mode === 'single'}
        selectedKeys={selected}
        onSelectionChange={(keys: Set<Key>) => onSelect([...keys].map(String))}
        className={classes(styles.group, mode === 'single' && styles.joined)}
      >
        {choices.map((choice) => (
          <AriaToggleButton key={choice.id} id={choice.id} className={styles.toggle ?? ''}>
            {choice.label}
          </AriaToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
