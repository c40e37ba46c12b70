import { useMemo, useRef } from 'react';
import { ComboBox as AriaComboBox, Button, FieldError, Input, ListBox, Popover } from 'react-aria-components';
import { useT } from '#renderer/app/i18n/locale.ts';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { type Choice, ChoiceItem } from './Select.tsx';
import { FieldHead } from './TextField.tsx';
import { useKeepReadable } from './useKeepReadable.ts';

export type ComboBoxProps = {
  label: string;
  choices: readonly Choice[];
  /** The text in the field: free words, or a choice's label. */
  value: string;
  onChange: (text: string) => void;
  /** Of a choice picked from the list; `onChange` with its label where left out. */
  onChoose?: (label: string, id: string) => void;
  /** What fits the text, where somebody else finds it; otherwise the choices whose label holds it. */
  found?: readonly Choice[];
  /** Read aloud, not shown: something beside the field says it. */
  labelHidden?: boolean;
  placeholder?: string;
  hint?: string;
  error?: string | null;
  unknown?: boolean;
  isDisabled?: boolean;
  isRequired?: boolean;
  autoFocus?: boolean;
  className?: string;
};

/** Those that hold what is typed; all of them while nothing is, or where one of them stands in the field already. */
function matching(choices: readonly Choice[], text: string): readonly Choice[] {
  const typed = text.trim().toLowerCase();
  const isWhole = choices.some(({ label }) => label.toLowerCase() === typed);
  return typed === '' || isWhole ? choices : choices.filter(({ label }) => label.toLowerCase().includes(typed));
}

/** A text with suggestions: what is not in the list stays as typed. */
export function ComboBox(props: ComboBoxProps) {
  const { label, choices, value, onChange, onChoose = onChange, found, labelHidden = false, ...others } = props;
  const { placeholder = '', hint, error, unknown, className, ...rest } = others;
  const t = useT();
  const shown = useMemo(() => found ?? matching(choices, value), [found, choices, value]);
  const field = useRef<HTMLDivElement>(null);
  const keepReadable = useKeepReadable(field);
  return (
    <AriaComboBox
      {...rest}
      ref={field}
      onOpenChange={keepReadable}
      allowsCustomValue
      menuTrigger="focus"
      items={shown}
      inputValue={value}
      onInputChange={onChange}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key);
        if (chosen) onChoose(chosen.label, chosen.id);
      }}
      isInvalid={Boolean(error)}
      {...(labelHidden && { 'aria-label': label })}
      className={classes(styles.field, className)}
    >
      {!labelHidden && <FieldHead label={label} hint={hint} isRequired={rest.isRequired} />}
      <span className={styles.box}>
        <Input
          className={classes(styles.input, unknown && styles.unknown)}
          placeholder={placeholder}
          autoComplete="off"
        />
        <Button className={styles.drop ?? ''} aria-label={t('ui.open')}>
          <span className={styles.chevron} aria-hidden="true">
            ▼
          </span>
        </Button>
      </span>
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
      <Popover className={styles.list ?? ''}>
        <ListBox items={shown}>{(choice: Choice) => <ChoiceItem choice={choice} />}</ListBox>
      </Popover>
    </AriaComboBox>
  );
}
