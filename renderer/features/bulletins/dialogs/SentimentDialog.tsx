/** 舆情 as it was seen or heard. */
import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optional, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { IncidentFile } from '#shared/contract/rows.ts';

export function SentimentDialog({ file, onClose }: { file: IncidentFile; onClose: () => void }) {
  const t = useT();
  const { form, change, draft } = useForm(`bulletin/sentiment/${file.incidentId}`, () => ({
    text: '',
    source: '',
    at: NO_TIME,
  }));
  return (
    <ActDialog
      title={t('bulletins.recordSentiment')}
      act={t('bulletins.recordSentiment')}
      missing={[
        form.text.trim() === '' && t('bulletins.sentimentText'),
        !isTimeOrEmpty(form.at) && t('bulletins.seenAt'),
      ]}
      command={() => ({
        type: 'RecordSentiment',
        incidentId: file.incidentId,
        text: form.text.trim(),
        ...optional('source', form.source),
        ...optionalTime('seenAt', form.at),
      })}
      draft={draft}
      onClose={onClose}
    >
      <TextArea
        label={t('bulletins.sentimentText')}
        value={form.text}
        onChange={(text) => change({ text })}
        rows={4}
        isRequired
        autoFocus
      />
      <div className={styles.fields}>
        <TextField
          label={t('bulletins.sentimentSource')}
          value={form.source}
          onChange={(source) => change({ source })}
        />
        <AtField label={t('bulletins.seenAt')} value={form.at} onChange={(at) => change({ at })} />
      </div>
    </ActDialog>
  );
}
