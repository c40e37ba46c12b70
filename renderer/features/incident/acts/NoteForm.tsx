/** A free entry, at the head of the log: what happened, and when, where that is not now. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isEnter } from '#renderer/ui/composition.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { NO_TIME, type TimeValue, timedInput, timeKind } from '#renderer/ui/timeValue.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { WhenField } from './formFields.tsx';
import styles from './NoteForm.module.css';
import { useAct } from './useAct.ts';

type NoteValues = { text: string; happened: TimeValue };
const EMPTY: NoteValues = { text: '', happened: NO_TIME };
const stay = () => {};

export function NoteForm({ file }: { file: IncidentFile }) {
  const t = useT();
  const act = useAct(`${file.incidentId}/note`, EMPTY, stay);
  const { text, happened } = act.form;
  const isReadable = ['time', 'empty'].includes(timeKind(happened));
  const record = () =>
    void act.record(
      text.trim() === '' || !isReadable
        ? null
        : [
            {
              type: 'AddNote',
              incidentId: file.incidentId,
              text: text.trim(),
              ...(happened.timed !== null && { happenedAt: timedInput(happened.timed) }),
            },
          ],
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => event.preventDefault()}
      onKeyDownCapture={(event) => {
        if (!isEnter(event) || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        record();
      }}
    >
      <TextArea
        label={t('incident.note')}
        value={text}
        onChange={(next) => act.change({ text: next })}
        rows={1}
        error={act.tried && text.trim() === '' ? t('incident.note.needed') : null}
      />
      <WhenField
        label={t('incident.note.happened')}
        value={happened}
        onChange={(next) => act.change({ happened: next })}
        placeholder={t('incident.now')}
      />
      <Button kbd="Ctrl ⏎" isDisabled={act.busy} onPress={record}>
        {t('incident.note.record')}
      </Button>
      {act.failure && <p role="alert">▲ {act.failure}</p>}
    </form>
  );
}
