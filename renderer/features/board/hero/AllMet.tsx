/** Incidents are open, and nothing is owed. */
import { useT } from '#renderer/app/i18n/locale.ts';
import styles from './Hero.module.css';

export function AllMet() {
  const t = useT();
  return (
    <section className={styles.hero} data-tone="quiet" aria-labelledby="hero-title">
      <div className={styles.body}>
        <h2 id="hero-title" className={styles.title}>
          {t('board.allMet')}
        </h2>
        <p className={styles.incident}>{t('board.allMetHelp')}</p>
      </div>
    </section>
  );
}
