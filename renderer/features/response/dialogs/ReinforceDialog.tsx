/** Beyond what the city can do: a request to those above, followed until it is answered [plan 4.3.3]. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optional, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { PersonPicker } from '#renderer/app/directory/PersonPicker.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { ResponseFile } from '#shared/contract/rows.ts';

export function ReinforceDialog({ file, onClose }: { file: ResponseFile; onClose: () => void }) {
  const t = useT();
  const acts = useActWords();
  const { plan } = useDesk();
  const by = plan.superior?.reinforcedBy ?? [];
  const { form, change, draft } = useForm(`response/reinforce/${file.incidentId}`, () => ({
    requestId: newId(),
    to: by[0] ?? null,
    what: '',
    person: '',
    at: NO_TIME,
  }));
  return (
    <ActDialog
      title={`${t('response.reinforce')} · ${file.title}`}
      act={t('response.recordRequest')}
      missing={[
        form.to === null && t('response.askedOf'),
        form.what.trim() === '' && t('response.what'),
        !isTimeOrEmpty(form.at) && t('response.askedAt'),
      ]}
      command={() => ({
        type: 'RequestReinforcement',
        incidentId: file.incidentId,
        requestId: form.requestId,
        to: form.to ?? '',
        what: form.what.trim(),
        ...optional('person', form.person),
        ...optionalTime('requestedAt', form.at),
      })}
      draft={draft}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <Select
          label={t('response.askedOf')}
          choices={by.map((id) => ({ id, label: acts.organisation(id) }))}
          value={form.to}
          onChange={(to) => change({ to })}
          isRequired
        />
        <PersonPicker
          label={t('response.takenBy')}
          value={form.person}
          onChange={(person) => change({ person })}
          onPick={({ name }) => change({ person: name })}
        />
        <TextArea
          className={styles.wide ?? ''}
          label={t('response.what')}
          value={form.what}
          onChange={(what) => change({ what })}
          isRequired
        />
        <AtField label={t('response.askedAt')} value={form.at} onChange={(at) => change({ at })} />
      </div>
    </ActDialog>
  );
}
