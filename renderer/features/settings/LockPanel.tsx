/** When a screen locks by itself, and whether a name without a PIN is enough. */
import { useState } from 'react';
import { useExecuteOn, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useMay, useRolesOf } from '#renderer/app/identity/useMay.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import layout from '#renderer/ui/Layout.module.css';
import { Panel } from '#renderer/ui/Panel.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { DeskRow, OfficerRow } from '#shared/contract/rows.ts';
import { idleMinutesSchema } from '#shared/domain/people/lock.ts';
import styles from './Settings.module.css';

type Props = { desk: DeskRow; officer: OfficerRow };
type Form = { minutes: string; pinRequired: boolean };

export function LockPanel({ desk, officer }: Props) {
  const t = useT();
  const execute = useExecuteOn();
  const say = useFailureText();
  const may = useMay('SetLockSettings');
  const roles = useRolesOf('SetLockSettings');
  const { idleMinutes, pinRequired } = desk.people.lock;
  const [typed, setTyped] = useState<Form | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const form = typed ?? { minutes: idleMinutes === null ? '' : String(idleMinutes), pinRequired };

  async function save(): Promise<void> {
    const minutes = form.minutes.trim() === '' ? null : Number(form.minutes);
    if (!idleMinutesSchema.safeParse(minutes).success) return setProblem(t('settings.lock.wrong'));
    const command = { type: 'SetLockSettings', idleMinutes: minutes, pinRequired: form.pinRequired } as const;
    const outcome = await execute(desk.deskId, officer.officerId, command);
    setProblem(say(outcome));
    if (outcome.ok) setTyped(null);
  }

  return (
    <Panel title={t('settings.lock')}>
      <div className={layout.stack}>
        <p className={styles.hint}>{t('settings.lock.about')}</p>
        <TextField
          label={t('settings.lock.idle')}
          inputMode="numeric"
          value={form.minutes}
          onChange={(minutes) => setTyped({ ...form, minutes })}
          isDisabled={!may}
          error={problem}
        />
        <Checkbox
          isOn={form.pinRequired}
          onChange={(required) => setTyped({ ...form, pinRequired: required })}
          isDisabled={!may}
        >
          {t('settings.lock.required')}
        </Checkbox>
        {may ? (
          <Button isDisabled={typed === null} onPress={() => void save()}>
            {t('settings.lock.save')}
          </Button>
        ) : (
          <p className={styles.hint}>{t('settings.lock.needed', { roles })}</p>
        )}
      </div>
    </Panel>
  );
}
