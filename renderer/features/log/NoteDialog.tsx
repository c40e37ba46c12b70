/** F6: a free entry about an incident, with when it happened apart from when it is written. */
import { useState } from 'react';
import { readNow } from '#renderer/app/clock/clock.ts';
import { DraftSaved } from '#renderer/app/desk/DraftSaved.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useDraft } from '#renderer/app/desk/useDraft.ts';
import { useExecute, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { closeDialog, useOpenDialog } from '#renderer/app/dialogs.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';
import { NO_TIME, type TimeValue, timedInput, timeKind } from '#renderer/ui/timeValue.ts';
import { useSaveKey } from '#renderer/ui/useSaveKey.ts';
import styles from './NoteDialog.module.css';

type NoteForm = { incidentId: string | null; text: string; happened: TimeValue };
const EMPTY: NoteForm = { incidentId: null, text: '', happened: NO_TIME };

export function NoteDialog() {
  const t = useT();
  const open = useOpenDialog();
  const { readOnly } = useDesk();
  return (
    <Dialog title={t('log.note.title')} isOpen={open?.kind === 'note'} onClose={closeDialog}>
      {readOnly ? <p>{t('app.readOnly')}</p> : <Note at={open?.kind === 'note' ? open.incidentId : null} />}
    </Dialog>
  );
}

function Note({ at }: { at: string | null }) {
  const t = useT();
  const format = useFormat();
  const execute = useExecute();
  const failure = useFailureText();
  const { plan } = useDesk();
  const { data: incidents } = useDeskQuery({ type: 'listIncidents' });
  const draft = useDraft<NoteForm>('note', EMPTY);
  const [checked, setChecked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { text, happened } = draft.value;
  const isOpen = (id: string | null) => incidents?.some((row) => row.incidentId === id) === true;
  const incidentId = [draft.value.incidentId, at, incidents?.[0]?.incidentId ?? null].find(isOpen) ?? null;

  async function save(): Promise<void> {
    setChecked(true);
    if (text.trim() === '' || incidentId === null || timeKind(happened) === 'bad') return;
    const { timed } = happened;
    const outcome = await execute({
      type: 'AddNote',
      incidentId,
      text,
      ...(timed ? { happenedAt: timedInput(timed) } : {}),
    });
    setProblem(failure(outcome));
    if (!outcome.ok) return;
    draft.discard();
    announce(t('log.note.saved'));
    closeDialog();
  }

  const saveKey = useSaveKey(() => void save());
  if (incidents?.length === 0) return <p>{t('log.note.noIncident')}</p>;
  return (
    <form className={styles.form} ref={saveKey} onSubmit={(event) => event.preventDefault()}>
      <TextArea
        label={t('log.note.text')}
        value={text}
        onChange={(next) => draft.set((now) => ({ ...now, text: next }))}
        error={checked && text.trim() === '' ? t('log.note.textNeeded') : null}
        rows={4}
        autoFocus
        isRequired
      />
      <div className={styles.pair}>
        <Select
          label={t('log.note.incident')}
          choices={(incidents ?? []).map((row) => ({ id: row.incidentId, label: row.title }))}
          value={incidentId}
          onChange={(id) => draft.set((now) => ({ ...now, incidentId: id }))}
        />
        <TimeField
          label={t('log.note.happened')}
          hint={t('log.note.happenedHint')}
          placeholder=""
          value={happened}
          onChange={(next) => draft.set((now) => ({ ...now, happened: next }))}
          now={readNow}
          timeZone={plan.timeZone}
          meaning={(timed) => `${format.dayHint(timed.at, readNow())} ${format.day(timed.at)}`}
        />
      </div>
      {problem && <p role="alert">{problem}</p>}
      <div className={styles.actions}>
        <Button variant="primary" kbd="Ctrl ⏎" onPress={() => void save()}>
          {t('log.note.save')}
        </Button>
        <DraftSaved draft={draft} />
      </div>
    </form>
  );
}
