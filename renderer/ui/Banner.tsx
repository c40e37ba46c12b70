import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import { classes } from './classes.ts';

export type BannerProps = {
  /** info: neutral · strong: the machine needs a hand · amber: coming due · red: late. */
  tone?: 'info' | 'strong' | 'amber' | 'red';
  children: ReactNode;
  actions?: ReactNode;
};

/** One line across the screen that stays until what it says is over. */
export function Banner({ tone = 'info', children, actions }: BannerProps) {
  return (
    <div className={classes(styles.banner, styles[tone])} role={tone === 'info' ? 'status' : 'alert'}>
      <div className={styles.words}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
