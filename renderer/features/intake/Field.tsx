/** The place of one field in the page's grid, under the path that errors and keys know it by. */
import type { ReactNode } from 'react';
import { classes } from '#renderer/ui/classes.ts';
import styles from './Intake.module.css';

type FieldProps = { path: string; wide?: boolean | undefined; children: ReactNode };

export function Field({ path, wide, children }: FieldProps) {
  return (
    <div data-field={path} className={classes(styles.cell, wide && styles.wide)}>
      {children}
    </div>
  );
}

export function Section({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>{title}</h2>
        {hint && <span className={styles.hint}>{hint}</span>}
      </header>
      {children}
    </section>
  );
}
