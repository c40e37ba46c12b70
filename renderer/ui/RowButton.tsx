/** A quiet button of a list's rows. The browser's own: a night has hundreds of them on one screen, each rendered at once. */
import type { ReactNode } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';

export type RowButtonProps = {
  children: ReactNode;
  /** What it does and to which row, so that it reads by itself. */
  'aria-label': string;
  onPress: () => void;
  isDisabled?: boolean;
};

export function RowButton({ children, 'aria-label': label, onPress, isDisabled }: RowButtonProps) {
  return (
    <button
      type="button"
      className={classes(styles.button, styles.quiet, styles.m)}
      aria-label={label}
      disabled={isDisabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
