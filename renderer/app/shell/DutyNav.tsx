/** The screens of the watch itself, one beside the other. */
import { useT } from '../i18n/locale.ts';
import { useHref, useRoute } from '../routes/navigation.ts';
import styles from './DutyNav.module.css';

const SCREENS = ['handover', 'roster', 'shift'] as const;

export function DutyNav() {
  const t = useT();
  const hrefOf = useHref();
  const { screen: shown } = useRoute();
  return (
    <nav className={styles.nav} aria-label={t('app.watch')}>
      {SCREENS.map((screen) => (
        <a
          key={screen}
          href={hrefOf({ screen })}
          className={styles.link}
          aria-current={screen === shown ? 'page' : undefined}
        >
          {t(`app.${screen}`)}
        </a>
      ))}
    </nav>
  );
}
