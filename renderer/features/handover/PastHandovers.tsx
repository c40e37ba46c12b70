/** The latest handovers: when, from whom to whom, and what was noted. */
import { useNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import styles from './Handover.module.css';

export function PastHandovers() {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const { desk } = useDesk();
  const nameOf = (id: string) => desk.officers.find(({ officerId }) => officerId === id)?.name ?? id;
  const past = desk.handovers.toReversed();
  return (
    <Panel title={t('handover.past')}>
      {past.length === 0 && <p className={styles.quiet}>{t('handover.noPast')}</p>}
      <ul>
        {past.map(({ handoverId, at, from, to, duties, notes, digest }) => (
          <li key={handoverId} className={styles.item}>
            <span>
              {format.near(at, now)} {nameOf(from)} → <b>{nameOf(to)}</b>{' '}
              {duties.map((duty) => t(`app.duty.${duty}`)).join(t('entries.and'))} {notes}
            </span>
            <span className={styles.quiet}>{t('handover.digest', { hash: digest.slice(0, 8) })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
