/** What the always-on-top window shows: the open alarms, each with its clocks and the one button. It is silent: the desk's
 * own window sounds, and two voices would be none. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { AlarmLine } from './AlarmBar.tsx';
import styles from './AlarmScreen.module.css';
import { useLiveAlarms } from './useLiveAlarms.ts';

export function AlarmScreen() {
  const t = useT();
  const live = useLiveAlarms();
  const groups = live?.groups ?? [];
  return (
    <section className={styles.screen}>
      <h1 className={styles.title}>{t('alarms.bar')}</h1>
      {live === null || groups.length === 0 ? (
        <EmptyState title={t('alarms.none')} />
      ) : (
        groups.map((group) => <AlarmLine key={`${group.kind} ${group.key}`} group={group} live={live} />)
      )}
    </section>
  );
}
