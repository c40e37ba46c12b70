/** Incidents are open, and this desk owes nothing; what others still owe is said. */
import { useT } from '#renderer/app/i18n/locale.ts';
import styles from './Hero.module.css';
import { Supervised, type SupervisedRow } from './Supervised.tsx';

export function AllMet({ supervised }: { supervised: readonly SupervisedRow[] }) {
  const t = useT();
  return (
    <section className={styles.hero} data-tone="quiet" aria-labelledby="hero-title">
      <div className={styles.body}>
        <h2 id="hero-title" className={styles.title}>
          {t('board.allMet')}
        </h2>
        <p className={styles.incident}>{t(supervised.length === 0 ? 'board.allMetHelp' : 'board.allMetOwn')}</p>
        <Supervised rows={supervised} />
      </div>
    </section>
  );
}
