import type { ReactNode } from 'react';
import styles from './Kbd.module.css';

/** A key's name. Hidden from assistive technology where it stands beside a label; the keys dialog lists them all. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className={styles.kbd} aria-hidden="true">
      {children}
    </kbd>
  );
}
