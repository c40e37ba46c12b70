/** A PIN is set or changed: the old one where there is one, the new one twice. */
import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { PIN_DIGITS } from '#shared/domain/people/pin.ts';
import { useT } from '../i18n/locale.ts';
import styles from './SignIn.module.css';
import { useIdentityAct } from './useIdentityAct.ts';

type NewPinProps = { officerId: string; isFirst: boolean; onDone: () => void };
const EMPTY = { old: '', pin: '', again: '' };

export function NewPin({ officerId, isFirst, onDone }: NewPinProps) {
  const t = useT();
  const [form, setForm] = useState(EMPTY);
  const { act, busy, problem, say } = useIdentityAct();
  const field = (name: keyof typeof EMPTY, label: string) => (
    <TextField
      label={label}
      type="password"
      inputMode="numeric"
      value={form[name]}
      onChange={(text) => setForm((now) => ({ ...now, [name]: text.replace(/\D/g, '').slice(0, PIN_DIGITS) }))}
      onEnter={() => void save()}
    />
  );
  async function save(): Promise<void> {
    if (form.pin !== form.again) return say(t('people.pin.differ'));
    const done = await act({ act: 'setPin', officerId, old: isFirst ? null : form.old, pin: form.pin });
    setForm(EMPTY);
    if (done) onDone();
  }
  return (
    <div className={styles.newPin}>
      {!isFirst && field('old', t('people.pin.old'))}
      {field('pin', t('people.pin.new'))}
      {field('again', t('people.pin.again'))}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <Button variant="primary" isDisabled={busy} onPress={() => void save()}>
        {t(isFirst ? 'people.pin.set' : 'people.pin.change')}
      </Button>
    </div>
  );
}
