/** The command above takes over; afterwards a level changes only by recording its decision [plan 4.3.3]. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, MEANS, type Means, optional, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { PersonPicker } from '#renderer/app/directory/PersonPicker.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { ResponseFile } from '#shared/contract/rows.ts';

export function TransferDialog({ file, onClose }: { file: ResponseFile; onClose: () => void }) {
  const t = useT();
  const acts = useActWords();
  const { plan } = useDesk();
  const { form, change, draft } = useForm(`response/transfer/${file.incidentId}`, () => ({
    to: plan.superior?.takenOverBy[0] ?? null,
    person: '',
    means: 'phone' as Means,
    at: NO_TIME,
    reason: '',
    against: file.headEntryId,
  }));
  const choices = (plan.superior?.takenOverBy ?? []).map((id) => ({ id, label: acts.organisation(id) }));
  return (
    <ActDialog
      title={`${t('response.transfer')} · ${file.title}`}
      act={t('response.transfer')}
      missing={[
        form.to === null && t('response.takenOverBy'),
        form.person.trim() === '' && t('response.takenOverPerson'),
        !isTimeOrEmpty(form.at) && t('response.transferredAt'),
      ]}
      command={() => ({
        type: 'TransferCommand',
        incidentId: file.incidentId,
        to: form.to ?? '',
        person: form.person.trim(),
        means: form.means,
        ...optionalTime('transferredAt', form.at),
        ...optional('reason', form.reason),
        against: form.against,
      })}
      effect={<p>{t('response.effect.transfer', { unit: acts.organisation(form.to ?? ''), person: form.person })}</p>}
      draft={draft}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <Select
          label={t('response.takenOverBy')}
          choices={choices}
          value={form.to}
          onChange={(to) => change({ to })}
          isRequired
        />
        <PersonPicker
          label={t('response.takenOverPerson')}
          value={form.person}
          onChange={(person) => change({ person })}
          onPick={({ name }) => change({ person: name })}
          isRequired
        />
        <ChoiceGroup
          label={t('response.means')}
          choices={MEANS.map((id) => ({ id, label: t(`entries.means.${id}`) }))}
          value={form.means}
          onChange={(id) => change({ means: id as Means })}
        />
        <AtField label={t('response.transferredAt')} value={form.at} onChange={(at) => change({ at })} />
        <TextArea
          className={styles.wide ?? ''}
          label={t('response.reason')}
          value={form.reason}
          onChange={(reason) => change({ reason })}
        />
      </div>
    </ActDialog>
  );
}
