/** One stage of one clock, silenced with a reason; the clock's next stage calls again [ux 7]. Said before it is done. */
import { useState } from 'react';
import { useForm } from '#renderer/app/act/useForm.ts';
import { DraftSaved } from '#renderer/app/desk/DraftSaved.tsx';
import { useExecuteOn, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { silence } from '#renderer/app/sound/sound.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { useSaveKey } from '#renderer/ui/useSaveKey.ts';
import styles from './AlarmBar.module.css';
import type { AlarmItem } from './alarmItems.ts';
import type { AlarmGroup, LiveAlarms } from './useLiveAlarms.ts';

type Props = { item: AlarmItem; name: string; group: AlarmGroup; live: LiveAlarms; onClose: () => void };

export function SilenceDialog(props: Props) {
  const t = useT();
  return (
    <Dialog title={t('alarms.silence.title', { clock: props.name })} isOpen onClose={props.onClose} size="s">
      <SilenceForm {...props} />
    </Dialog>
  );
}

function SilenceForm({ item, group, live, onClose }: Props) {
  const t = useT();
  const execute = useExecuteOn();
  const failureText = useFailureText();
  const { form, change, draft } = useForm(`alarms/silence/${item.key}`, () => ({ reason: '' }));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const reason = form.reason.trim();

  /** What of this clock stands: each stage is an entry of its own. */
  async function record(): Promise<string | null> {
    for (const { alarmId, stage } of item.open) {
      const command = { type: 'SilenceAlarm', ...group.about, alarmId, stage, reason } as const;
      const outcome = await execute(live.deskId, live.officer.officerId, command);
      if (!outcome.ok) return failureText(outcome);
    }
    return null;
  }
  async function submit(): Promise<void> {
    setTried(true);
    if (reason === '') return announce(t('alarms.silence.needed'), 'assertive');
    setBusy(true);
    const problem = await record();
    setBusy(false);
    setFailure(problem);
    if (problem !== null) return;
    silence();
    draft.discard();
    onClose();
  }
  const saveKey = useSaveKey(() => void submit());
  return (
    <form className={styles.form} ref={saveKey} onSubmit={(event) => event.preventDefault()}>
      <p>{t('alarms.silence.effect')}</p>
      <TextArea
        label={t('alarms.silence.reason')}
        value={form.reason}
        onChange={(next) => change({ reason: next })}
        isRequired
        autoFocus
      />
      {tried && reason === '' && <p className={styles.failure}>{t('alarms.silence.needed')}</p>}
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="primary" kbd="Ctrl ⏎" isDisabled={busy} onPress={() => void submit()}>
          {t('alarms.silence.record')}
        </Button>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <DraftSaved draft={draft} />
      </div>
    </form>
  );
}
