/** The office proposes a level, or the end, before anybody decides. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optional, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { ResponseFile } from '#shared/contract/rows.ts';
import { needsReason } from './levelForm.ts';

/** No id of the plan's: those start with a letter or digit. */
const THE_END = '-';

export function ProposeDialog({ file, onClose }: { file: ResponseFile; onClose: () => void }) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const { form, change, draft } = useForm(`response/propose/${file.incidentId}/${file.headEntryId ?? ''}`, () => ({
    proposalId: newId(),
    level: file.proposedLevel,
    proposer: '',
    reason: '',
    at: NO_TIME,
    against: file.headEntryId,
  }));
  const ends = form.level === THE_END;
  const reasonNeeded = ends || needsReason(file, form.level);
  const choices = plan.levels
    .filter(({ id }) => id !== file.response?.level)
    .map((item) => ({ id: item.id, label: label(item) }));
  return (
    <ActDialog
      title={`${t('response.propose')} · ${file.title}`}
      act={t('response.propose')}
      missing={[
        form.level === null && t('response.level'),
        reasonNeeded && form.reason.trim() === '' && t('response.reason'),
        !isTimeOrEmpty(form.at) && t('response.proposedAt'),
      ]}
      command={() => ({
        type: 'ProposeResponse',
        incidentId: file.incidentId,
        proposalId: form.proposalId,
        level: ends ? null : form.level,
        ...optional('proposer', form.proposer),
        ...optional('reason', form.reason),
        ...optionalTime('proposedAt', form.at),
        against: form.against,
      })}
      draft={draft}
      onClose={onClose}
    >
      <ChoiceGroup
        label={t('response.level')}
        choices={file.response === null ? choices : [...choices, { id: THE_END, label: t('response.terminate') }]}
        value={form.level}
        onChange={(level) => change({ level })}
      />
      <div className={styles.fields}>
        <TextField
          label={t('response.proposer')}
          value={form.proposer}
          onChange={(proposer) => change({ proposer })}
          placeholder={t('response.proposerIsMe')}
        />
        <AtField label={t('response.proposedAt')} value={form.at} onChange={(at) => change({ at })} />
        <TextArea
          className={styles.wide ?? ''}
          label={t('response.reason')}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          isRequired={reasonNeeded}
        />
      </div>
    </ActDialog>
  );
}
