import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import styles from './Checkbox.module.css';
import { classes } from './classes.ts';

export type CheckboxProps = {
  children: ReactNode;
  isOn: boolean;
  onChange: (on: boolean) => void;
  isDisabled?: boolean;
  className?: string;
};

export function Checkbox({ children, isOn, onChange, isDisabled = false, className }: CheckboxProps) {
  return (
    <AriaCheckbox
      isSelected={isOn}
      onChange={onChange}
      isDisabled={isDisabled}
      className={classes(styles.checkbox, className)}
    >
      <span className={styles.box} aria-hidden="true">
        {isOn && (
          <svg viewBox="0 0 12 12">
            <path d="M2 6.5 5 9.5 10 3" fill="none" stroke="currentColor" strokeWidth="2" />
          </svg>
        )}
      </span>
      {children}
    </AriaCheckbox>
  );
}
