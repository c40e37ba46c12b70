import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Panel.module.css';
import { useScrollByKeyboard } from './useScrollByKeyboard.ts';

export type PanelProps = {
  title: ReactNode;
  /** At the right of the title. */
  aside?: ReactNode;
  children: ReactNode;
  level?: 2 | 3;
  className?: string;
};

/** A region of the screen with its heading. Panels tile the screen; they do not float. */
export function Panel({ title, aside, children, level = 2, className }: PanelProps) {
  const id = useId();
  const body = useScrollByKeyboard();
  const Title = `h${level}` as const;
  return (
    <section className={classes(styles.panel, className)} aria-labelledby={id}>
      <div className={styles.head}>
        <Title id={id} className={styles.title}>
          {title}
        </Title>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      <div className={styles.body} ref={body}>
        {children}
      </div>
    </section>
  );
}
