/** 签收: who there said that the standing version has come, and when. */
import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { PersonPicker } from '#renderer/app/directory/PersonPicker.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { AskedProps } from '../asked.ts';
import { recipientKey } from '../recipients.ts';
import { inputOf } from './recipientsForm.ts';

export function AcknowledgeDialog({ asked: { recipient }, file, onClose }: AskedProps<'acknowledge'>) {
  const t = useT();
  const { warningId, version } = file;
  const { form, change, draft } = useForm(`warnings/ack/${version}/${recipientKey(recipient)}/${warningId}`, () => ({
    person: '',
    at: NO_TIME,
  }));
  return (
    <ActDialog
      title={`${t('warnings.acknowledge')} · ${recipient.name}`}
      act={t('warnings.acknowledge')}
      size="s"
      missing={[
        form.person.trim() === '' && { label: t('warnings.acknowledgedBy'), field: 'person' },
        !isTimeOrEmpty(form.at) && { label: t('warnings.acknowledgedAt'), field: 'acknowledgedAt' },
      ]}
      command={() => ({
        type: 'AcknowledgeWarning',
        warningId,
        version,
        recipient: inputOf(recipient),
        person: form.person.trim(),
        ...optionalTime('acknowledgedAt', form.at),
      })}
      draft={draft}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <div data-field="person">
          <PersonPicker
            label={t('warnings.acknowledgedBy')}
            value={form.person}
            onChange={(person) => change({ person })}
            onPick={({ name }) => change({ person: name })}
            isRequired
            autoFocus
          />
        </div>
        <div data-field="acknowledgedAt">
          <AtField label={t('warnings.acknowledgedAt')} value={form.at} onChange={(at) => change({ at })} />
        </div>
      </div>
    </ActDialog>
  );
}
