/** Who is on watch and who leads, who acts at this screen; taking over a duty and switching the acting officer. */
import { Button } from '#renderer/ui/Button.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import type { DutyRow } from '#shared/contract/rows.ts';
import { servingOfficers } from '#shared/domain/people/serving.ts';
import { useNow } from '../clock/clock.ts';
import { useDesk } from '../desk/deskContext.ts';
import { useExecute } from '../desk/useExecute.ts';
import { useOnDuty } from '../desk/useOnDuty.ts';
import { usePostLabel } from '../desk/usePostLabel.ts';
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/locale.ts';
import { usePinState } from '../identity/identity.ts';
import { useLock } from '../identity/useLock.ts';
import { useSwitchOfficer } from '../identity/useSwitchOfficer.ts';
import { SHORTCUT_KEYS } from '../keyboard/shortcuts.ts';
import { navigate } from '../routes/navigation.ts';
import styles from './PeopleMenu.module.css';

const DUTIES = ['watch', 'lead'] as const;

export function PeopleMenu() {
  const t = useT();
  const { officer, readOnly } = useDesk();
  const onDuty = useOnDuty();
  const on = (duty: DutyRow['duty']) => onDuty.find((row) => row.duty === duty);
  const [watch, lead] = [on('watch')?.name ?? t('app.duty.none'), on('lead')?.name ?? t('app.duty.none')];
  return (
    <Popover
      label={t('app.officer.menu', { watch, lead, name: officer.name })}
      trigger={
        <span className={styles.people}>
          <span>
            {t('app.duty.watch')} <b>{watch}</b>
          </span>
          <span>
            {t('app.duty.lead')} <b>{lead}</b>
          </span>
          {!readOnly && officer.name !== watch && (
            <span>
              {t('app.officer')} <b>{officer.name}</b>
            </span>
          )}
        </span>
      }
    >
      {(close) => <People close={close} />}
    </Popover>
  );
}

function People({ close }: { close: () => void }) {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const postLabel = usePostLabel();
  const execute = useExecute();
  const { desk, officer, readOnly } = useDesk();
  const onDuty = useOnDuty();
  const switchTo = useSwitchOfficer();
  const lock = useLock();
  const pin = usePinState(officer.officerId);
  return (
    <div className={styles.menu}>
      <section>
        <h3 className={styles.heading}>{t('app.duty')}</h3>
        {DUTIES.map((duty) => {
          const row = onDuty.find((other) => other.duty === duty);
          return (
            <div key={duty} className={styles.duty}>
              <span className={styles.name}>{t(`app.duty.${duty}`)}</span>
              <span>
                {row ? (
                  <>
                    <b>{row.name}</b> {postLabel(row.post)}{' '}
                    <span className={styles.quiet}>{t('app.duty.since', { time: format.near(row.since, now) })}</span>
                  </>
                ) : (
                  t('app.duty.none')
                )}
              </span>
              {!readOnly && row?.officerId !== officer.officerId && (
                <Button onPress={() => void execute({ type: 'TakeDuty', duty, officerId: officer.officerId })}>
                  {t('app.duty.take', { name: officer.name, duty: t(`app.duty.${duty}`) })}
                </Button>
              )}
            </div>
          );
        })}
      </section>
      {!readOnly && (
        <section>
          <h3 className={styles.heading}>{t('app.officer')}</h3>
          <ul className={styles.officers}>
            {servingOfficers(desk).map((other) => (
              <li key={other.officerId}>
                <button
                  type="button"
                  className={styles.officer}
                  aria-current={other.officerId === officer.officerId || undefined}
                  onClick={() => {
                    close();
                    void switchTo(other.officerId);
                  }}
                >
                  <b>{other.name}</b> <span className={styles.quiet}>{postLabel(other.post)}</span>
                </button>
              </li>
            ))}
          </ul>
          <Button
            variant="quiet"
            kbd={SHORTCUT_KEYS.lock}
            onPress={() => {
              close();
              void lock();
            }}
          >
            {t('people.lock')}
          </Button>
          {pin !== 'set' && <p className={styles.quiet}>{t('people.pin.setOne', { name: officer.name })}</p>}
          <Button
            variant="quiet"
            onPress={() => {
              navigate({ screen: 'officers' });
              close();
            }}
          >
            {t('app.officer.manage')}
          </Button>
        </section>
      )}
    </div>
  );
}
