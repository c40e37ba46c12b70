/** Takes another officer's PIN away, for those whose role it is; asked once, because the old one no longer counts. */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePinState } from '#renderer/app/identity/identity.ts';
import { useIdentityAct } from '#renderer/app/identity/useIdentityAct.ts';
import { useMay } from '#renderer/app/identity/useMay.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { AlertDialog } from '#renderer/ui/Dialog.tsx';
import type { OfficerRow } from '#shared/contract/rows.ts';
import styles from './Setup.module.css';

export function ResetPin({ officer }: { officer: OfficerRow }) {
  const t = useT();
  const { officer: acting } = useDesk();
  const may = useMay('RecordPin');
  const { act, busy, problem } = useIdentityAct();
  const [asking, setAsking] = useState(false);
  const pin = usePinState(officer.officerId);
  async function reset(): Promise<void> {
    setAsking(false);
    const done = await act({ act: 'resetPin', by: acting.officerId, officerId: officer.officerId });
    if (done) announce(t('people.pin.resetDone', { name: officer.name }));
  }
  if (!may || pin === 'none') return null;
  return (
    <>
      {problem !== null && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
      <Button variant="quiet" isDisabled={busy} onPress={() => setAsking(true)}>
        {t('people.pin.reset')}
      </Button>
      <AlertDialog
        title={t('people.pin.reset')}
        isOpen={asking}
        confirmLabel={t('people.pin.reset')}
        cancelLabel={t('ui.cancel')}
        onConfirm={() => void reset()}
        onCancel={() => setAsking(false)}
      >
        {t('people.pin.resetAsk', { name: officer.name })}
      </AlertDialog>
    </>
  );
}
