import { useT } from '#renderer/app/i18n/locale.ts';
import { classes } from './classes.ts';
import styles from './LevelBadge.module.css';
import { HiddenText } from './VisuallyHidden.tsx';

export type LevelBadgeProps = {
  /** The level's sign, such as Ⅲ; null: no level in force. */
  sign: string | null;
  /** Rank in the plan: 0 is the lowest. */
  rank: number;
  /** How many levels the plan has. */
  of: number;
  className?: string;
};

/** A response level: its sign in a frame that grows with it; red only for the highest. */
export function LevelBadge({ sign, rank, of, className }: LevelBadgeProps) {
  const t = useT();
  if (sign === null) {
    return <span className={classes(styles.none, className)}>{t('ui.level.none')}</span>;
  }
  const fromTop = of - 1 - rank;
  const shape = fromTop === 0 ? styles.highest : fromTop === 1 ? styles.second : styles.lower;
  return (
    <span className={classes(styles.badge, shape, className)}>
      <span aria-hidden="true">{sign}</span>
      <HiddenText>{t('ui.level', { sign })}</HiddenText>
    </span>
  );
}
