/** What of the desk's administration an officer may do, for those whose it is to say. */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useExecute, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useMay } from '#renderer/app/identity/useMay.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { OfficerRow } from '#shared/contract/rows.ts';
import { roles as allRoles, type Role } from '#shared/domain/people/roles.ts';
import styles from './Setup.module.css';

export function ChangeRoles({ officer }: { officer: OfficerRow }) {
  const t = useT();
  const may = useMay('SetRoles');
  const [isOpen, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {t('people.roles.change')}
      </Button>
      <Dialog
        title={t('people.roles.of', { name: officer.name })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        size="s"
      >
        <Roles officer={officer} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Roles({ officer, onDone }: { officer: OfficerRow; onDone: () => void }) {
  const t = useT();
  const { desk } = useDesk();
  const execute = useExecute();
  const say = useFailureText();
  const [chosen, choose] = useState<readonly Role[]>(desk.people.roles[officer.officerId] ?? []);
  const [problem, setProblem] = useState<string | null>(null);
  async function save(): Promise<void> {
    const outcome = await execute({ type: 'SetRoles', officerId: officer.officerId, roles: [...chosen] });
    setProblem(say(outcome));
    if (!outcome.ok) return;
    announce(t('people.roles.saved', { name: officer.name }));
    onDone();
  }
  return (
    <div className={styles.group}>
      <p className={styles.quiet}>{t('people.roles.about')}</p>
      {allRoles.map((role) => (
        <Checkbox
          key={role}
          isOn={chosen.includes(role)}
          onChange={(on) => choose((now) => (on ? [...now, role] : now.filter((other) => other !== role)))}
        >
          {t(`people.role.${role}`)}
        </Checkbox>
      ))}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="primary" isDisabled={chosen.length === 0} onPress={() => void save()}>
          {t('people.roles.change')}
        </Button>
      </div>
    </div>
  );
}
