/** The plan's grades or levels, highest first, with every criterion and which of them the facts meet. */

import { classes } from '#renderer/ui/classes.ts';
import { isMet, valueNow } from '#shared/domain/criteriaMet.ts';
import type { Assessment } from '#shared/plan/assessment.ts';
import type { Criterion, Provenance } from '#shared/plan/schema.ts';
import { useT } from '../i18n/locale.ts';
import { usePlanWords } from '../plan/usePlanWords.ts';
import styles from './Why.module.css';

export type Step = {
  id: string;
  name: string;
  clause: string;
  provenance: Provenance;
  criteria: readonly Criterion[];
  /** Behind the name, e.g. who decides. */
  aside?: string;
};

type LadderProps = { caption: string; steps: readonly Step[]; reached: string | null; assessment: Assessment };

export function Ladder({ caption, steps, reached, assessment }: LadderProps) {
  const t = useT();
  const words = usePlanWords();
  const reading = (criterion: Criterion): string => {
    const value = valueNow(criterion, assessment);
    if (value === null) return '';
    return t('why.valueNow', { value: criterion.kind === 'duration' ? words.hours(value) : value });
  };
  return (
    <section>
      <h3 className={styles.heading}>{caption}</h3>
      <ol className={styles.ladder}>
        {steps.toReversed().map((step) => (
          <li key={step.id} className={classes(styles.step, step.id === reached && styles.reached)}>
            <div>
              <strong>{step.name}</strong>
              {step.id === reached && <span className={styles.chip}>{t('why.reached')}</span>}
              {step.aside && <div className={styles.quiet}>{step.aside}</div>}
            </div>
            <ul className={styles.criteria}>
              {step.criteria.map((criterion) => {
                const met = isMet(criterion, assessment);
                return (
                  <li key={criterion.id} className={classes(met ? styles.met : styles.quiet)}>
                    <span aria-hidden="true">{met ? '✓ ' : '· '}</span>
                    {words.criterion(criterion)}
                    <span className={styles.quiet}>
                      {' '}
                      {met ? t('why.met') : reading(criterion)} {words.clause(criterion.clause, criterion.provenance)}
                    </span>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
