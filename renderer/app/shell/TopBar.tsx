/** Who and what this desk is, at a glance: live or drill, who is on duty, whether the log is safe, whether alarms sound. */
import { AlarmSound } from '#renderer/features/alarms/AlarmSound.tsx';
import { useDesk } from '../desk/deskContext.ts';
import { useT } from '../i18n/locale.ts';
import { DisplayMenu } from './DisplayMenu.tsx';
import { LogStatus } from './LogStatus.tsx';
import { PeopleMenu } from './PeopleMenu.tsx';
import styles from './TopBar.module.css';
import { WallClock } from './WallClock.tsx';

export function TopBar() {
  const t = useT();
  const { desk } = useDesk();
  const live = desk.kind === 'live';
  return (
    <header className={styles.bar}>
      <span className={styles.product}>{t('app.product')}</span>
      <strong className={live ? styles.live : styles.drill}>{t(`app.kind.${desk.kind}`)}</strong>
      {desk.title && <span className={styles.title}>{desk.title}</span>}
      <PeopleMenu />
      {desk.kind !== 'practice' && <LogStatus />}
      <AlarmSound />
      <span className={styles.space} />
      <DisplayMenu />
      <WallClock />
    </header>
  );
}
