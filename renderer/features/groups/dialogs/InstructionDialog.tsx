/** 批示 as it was given: by whom, when, in which words. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { PersonPicker } from '#renderer/app/directory/PersonPicker.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { ResponseFile } from '#shared/contract/rows.ts';

export function InstructionDialog({ file, onClose }: { file: ResponseFile; onClose: () => void }) {
  const t = useT();
  const { form, change, draft } = useForm(`groups/instruction/${file.incidentId}`, () => ({
    instructionId: newId(),
    from: '',
    text: '',
    at: NO_TIME,
  }));
  return (
    <ActDialog
      title={t('groups.recordInstruction')}
      act={t('groups.recordInstruction')}
      missing={[
        form.from.trim() === '' && t('groups.instructionFrom'),
        form.text.trim() === '' && t('groups.instructionText'),
        !isTimeOrEmpty(form.at) && t('groups.at'),
      ]}
      command={() => ({
        type: 'RecordInstruction',
        incidentId: file.incidentId,
        instructionId: form.instructionId,
        from: form.from.trim(),
        text: form.text.trim(),
        ...optionalTime('receivedAt', form.at),
      })}
      draft={draft}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <PersonPicker
          label={t('groups.instructionFrom')}
          value={form.from}
          onChange={(from) => change({ from })}
          onPick={({ name, post }) => change({ from: [post, name].filter((part) => part !== null).join(' ') })}
          isRequired
          autoFocus
        />
        <AtField label={t('groups.at')} value={form.at} onChange={(at) => change({ at })} />
        <TextArea
          className={styles.wide ?? ''}
          label={t('groups.instructionText')}
          value={form.text}
          onChange={(text) => change({ text })}
          isRequired
          rows={3}
        />
      </div>
    </ActDialog>
  );
}
