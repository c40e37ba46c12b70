import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Kbd } from './Kbd.tsx';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  children: ReactNode;
  /** primary: the one act of the page · plain: with a border · quiet: text only · urgent: red, for what is late. */
  variant?: 'primary' | 'plain' | 'quiet' | 'urgent';
  size?: 'm' | 'l';
  /** The key that does the same, shown behind the label. */
  kbd?: string;
  className?: string;
};

export function Button({ children, variant = 'plain', size = 'm', kbd, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classes(styles.button, styles[variant], styles[size], className)}>
      {children}
      {kbd && <Kbd>{kbd}</Kbd>}
    </AriaButton>
  );
}
