import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Toolbar.module.css';

/** Buttons that belong together: one tab stop, arrows move inside. */
export function Toolbar({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return (
    <AriaToolbar aria-label={label} className={classes(styles.toolbar, className)}>
      {children}
    </AriaToolbar>
  );
}
