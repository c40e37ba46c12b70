/** The acting officer's own PIN: set where there is none, changed where there is. */

import { useT } from '#renderer/app/i18n/locale.ts';
import { usePinState } from '#renderer/app/identity/identity.ts';
import { NewPin } from '#renderer/app/identity/NewPin.tsx';
import { announce } from '#renderer/ui/announce.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { OfficerRow } from '#shared/contract/rows.ts';
import styles from './Setup.module.css';

export function PinPanel({ officer }: { officer: OfficerRow }) {
  const t = useT();
  const pin = usePinState(officer.officerId);
  return (
    <Panel title={t('people.pin.mine', { name: officer.name })}>
      <p className={styles.quiet}>{t('people.pin.about')}</p>
      <NewPin officerId={officer.officerId} isFirst={pin !== 'set'} onDone={() => announce(t('people.pin.saved'))} />
    </Panel>
  );
}
