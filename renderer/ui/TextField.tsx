import type { KeyboardEvent, ReactNode, Ref } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
} from 'react-aria-components';
import { classes } from './classes.ts';
import { isEnter } from './composition.ts';
import styles from './Field.module.css';

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & {
  label: string;
  /** Short help at the right of the label. */
  hint?: ReactNode;
  /** Words of what is wrong; the field is marked invalid while there are any. */
  error?: string | null | undefined;
  placeholder?: string;
  /** 正在核实: hatched. */
  unknown?: boolean;
  /** Shown inside the field at its right end, such as the date of a time. */
  inside?: ReactNode;
  /** A real Enter, not one of the input method. */
  onEnter?: () => void;
  inputRef?: Ref<HTMLInputElement>;
  inputMode?: 'text' | 'numeric' | 'tel';
  className?: string;
};

export function TextField(props: TextFieldProps) {
  const {
    label,
    hint,
    error,
    placeholder = '',
    unknown,
    inside,
    onEnter,
    inputRef,
    className,
    onKeyDown,
    ...rest
  } = props;
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (onEnter && isEnter(event)) {
      event.preventDefault();
      onEnter();
    }
  };
  return (
    <AriaTextField
      {...rest}
      isInvalid={Boolean(error)}
      {...(onKeyDown ? { onKeyDown } : {})}
      className={classes(styles.field, className)}
    >
      <FieldHead label={label} hint={hint} isRequired={rest.isRequired} />
      <span className={styles.box}>
        <Input
          {...(inputRef ? { ref: inputRef } : {})}
          className={classes(styles.input, unknown && styles.unknown)}
          placeholder={placeholder}
          onKeyDown={pressed}
          autoComplete="off"
          spellCheck={false}
        />
        {inside && <span className={styles.inside}>{inside}</span>}
      </span>
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}

type FieldHeadProps = { label: string; hint?: ReactNode; isRequired?: boolean | undefined };

export function FieldHead({ label, hint, isRequired }: FieldHeadProps) {
  return (
    <span className={styles.head}>
      <Label className={styles.label ?? ''}>
        {label}
        {isRequired && <span aria-hidden="true"> *</span>}
      </Label>
      {hint && <span className={styles.hint}>{hint}</span>}
    </span>
  );
}
