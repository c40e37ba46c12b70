import {
  Select as AriaSelect,
  Button,
  type Key,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { FieldHead } from './TextField.tsx';

export type Choice = { id: string; label: string; hint?: string | undefined };

export type SelectProps = {
  label: string;
  choices: readonly Choice[];
  value: string | null;
  onChange: (id: string) => void;
  placeholder?: string;
  hint?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
  className?: string;
};

export function Select({ label, choices, value, onChange, placeholder = '—', hint, className, ...rest }: SelectProps) {
  return (
    <AriaSelect
      {...rest}
      value={value}
      onChange={(key: Key | null) => key !== null && onChange(String(key))}
      placeholder={placeholder}
      className={classes(styles.field, className)}
    >
      <FieldHead label={label} hint={hint} isRequired={rest.isRequired} />
      <Button className={classes(styles.input, styles.trigger)}>
        <SelectValue />
        <span className={styles.chevron} aria-hidden="true">
          ▼
        </span>
      </Button>
      <Popover className={styles.list ?? ''}>
        <ListBox items={choices}>{(choice) => <ChoiceItem choice={choice} />}</ListBox>
      </Popover>
    </AriaSelect>
  );
}

export function ChoiceItem({ choice }: { choice: Choice }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.label} className={styles.option ?? ''}>
      <span>{choice.label}</span>
      {choice.hint && <span className={styles.optionHint}>{choice.hint}</span>}
    </ListBoxItem>
  );
}
