/** What other units owe and this desk supervises: it never takes the hero's place, and is never passed over in silence. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { classes } from '#renderer/ui/classes.ts';
import { type Hero, urgencyOf } from '#shared/domain/board.ts';
import styles from './Hero.module.css';

export type SupervisedRow = Omit<Hero, 'others'>;

export function Supervised({ rows }: { rows: readonly SupervisedRow[] }) {
  const t = useT();
  const words = usePlanWords();
  const late = rows.filter(({ obligation }) => urgencyOf(obligation) === 'overdue');
  const [first] = late.length > 0 ? late : rows;
  if (first === undefined) return null;
  const { owedBy, rule } = first.obligation;
  const isLate = late.length > 0;
  return (
    <p className={classes(styles.supervised, isLate && styles.supervisedLate)}>
      {t(isLate ? 'board.supervising.overdue' : 'board.supervising.unmet', { n: isLate ? late.length : rows.length })}
      <span className={styles.supervisedWhat}>
        {words.unit(owedBy)} {words.rule(rule)}
      </span>
    </p>
  );
}
