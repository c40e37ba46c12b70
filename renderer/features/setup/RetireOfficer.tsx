/** Somebody leaves the office, or is back; for those whose role it is [PEOPLE-7]. */
import { useState } from 'react';
import { useAct } from '#renderer/app/act/useAct.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useMay } from '#renderer/app/identity/useMay.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { OfficerRow } from '#shared/contract/rows.ts';
import styles from './Setup.module.css';

export function RetireOfficer({ officer }: { officer: OfficerRow }) {
  const t = useT();
  const { officer: acting } = useDesk();
  const may = useMay('RetireOfficer');
  const [isOpen, setOpen] = useState(false);
  if (!may || officer.officerId === acting.officerId) return null;
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {t('people.retire')}
      </Button>
      <Dialog
        title={t('people.retire.of', { name: officer.name })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        size="s"
      >
        <Retire officer={officer} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Retire({ officer: { officerId, name }, onDone }: { officer: OfficerRow; onDone: () => void }) {
  const t = useT();
  const { send, busy, failure } = useAct();
  const [reason, setReason] = useState('');
  async function retire(): Promise<void> {
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    if (await send({ type: 'RetireOfficer', officerId, ...why }, t('people.retire.done', { name }))) onDone();
  }
  return (
    <div className={styles.group}>
      <p className={styles.quiet}>{t('people.retire.about')}</p>
      <TextField label={t('people.retire.reason')} value={reason} onChange={setReason} />
      {failure !== null && (
        <p role="alert" className={styles.problem}>
          {failure}
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="primary" isDisabled={busy} onPress={() => void retire()}>
          {t('people.retire')}
        </Button>
      </div>
    </div>
  );
}

export function ReinstateOfficer({ officer: { officerId, name } }: { officer: OfficerRow }) {
  const t = useT();
  const may = useMay('ReinstateOfficer');
  const { send, busy, failure } = useAct();
  if (!may) return null;
  return (
    <>
      {failure !== null && (
        <span role="alert" className={styles.problem}>
          {failure}
        </span>
      )}
      <Button
        variant="quiet"
        isDisabled={busy}
        onPress={() => void send({ type: 'ReinstateOfficer', officerId }, t('people.reinstate.done', { name }))}
      >
        {t('people.reinstate')}
      </Button>
    </>
  );
}
