import type { Ref } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField, FieldError } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { FieldHead, type TextFieldProps } from './TextField.tsx';

export type TextAreaProps = Omit<TextFieldProps, 'inside' | 'onEnter' | 'inputRef' | 'inputMode' | 'type'> & {
  rows?: number;
  inputRef?: Ref<HTMLTextAreaElement>;
};

/** Several lines. Enter is a new line; Ctrl+Enter belongs to the form around it. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, placeholder = '', unknown, rows = 2, inputRef, className, ...rest } = props;
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className={classes(styles.field, className)}>
      <FieldHead label={label} hint={hint} isRequired={rest.isRequired} />
      <AriaTextArea
        {...(inputRef ? { ref: inputRef } : {})}
        rows={rows}
        className={classes(styles.input, unknown && styles.unknown)}
        placeholder={placeholder}
      />
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
