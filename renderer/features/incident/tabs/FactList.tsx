/** Facts one below the other: what, what is known, and the act beside it. */
import type { ReactNode } from 'react';
import styles from './FactList.module.css';

export function FactList({ children }: { children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>;
}

type FactProps = {
  term: ReactNode;
  children: ReactNode;
  /** Quiet words behind the value: since when, by whom. */
  aside?: ReactNode;
  action?: ReactNode;
};

export function Fact({ term, children, aside, action }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt>{term}</dt>
      <dd className={styles.value}>
        <span>{children}</span>
        {aside && <span className={styles.aside}>{aside}</span>}
      </dd>
      {action && <dd className={styles.action}>{action}</dd>}
    </div>
  );
}

/** 正在核实: hatched, never confused with empty or no. */
export function Unknown({ children }: { children: ReactNode }) {
  return <span className={styles.unknown}>{children}</span>;
}
