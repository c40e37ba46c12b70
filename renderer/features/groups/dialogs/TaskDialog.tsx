/** A task for a group or unit: who gave it, until when, and where it comes from. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optional, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { PartyField, useUnitChoices } from '#renderer/app/act/PartyFields.tsx';
import { readParty } from '#renderer/app/act/parties.ts';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { AskedProps } from '../asked.ts';

const SOURCES = ['order', 'request'] as const;

export function TaskDialog({ asked: { group, instruction }, file, onClose }: AskedProps<'task'>) {
  const t = useT();
  const units = useUnitChoices();
  const groups = file.groups.filter(({ state }) => state !== 'dissolved');
  const about = instruction?.instructionId ?? group?.groupId ?? '';
  const { form, change, draft } = useForm(`groups/task/${file.incidentId}/${about}`, () => ({
    taskId: newId(),
    to: group?.name ?? '',
    what: '',
    detail: '',
    givenBy: instruction?.from ?? '',
    source: 'order' as string,
    from: '',
    due: NO_TIME,
  }));
  const to = readParty(groups, units, form.to);
  return (
    <ActDialog
      title={instruction === null ? t('groups.assignTask') : `${t('groups.assignTask')}：${instruction.from}`}
      act={t('groups.assignTask')}
      missing={[
        to === null && t('response.party'),
        form.what.trim() === '' && t('groups.what'),
        !isTimeOrEmpty(form.due) && t('response.due'),
      ]}
      command={() => ({
        type: 'AssignTask',
        incidentId: file.incidentId,
        taskId: form.taskId,
        to: to ?? { other: '' },
        what: form.what.trim(),
        ...optional('detail', form.detail),
        ...optional('givenBy', form.givenBy),
        source:
          form.source === 'request' && instruction === null
            ? { kind: 'request', ...optional('from', form.from) }
            : { kind: 'order', ...(instruction !== null && { instructionId: instruction.instructionId }) },
        ...optionalTime('dueAt', form.due),
      })}
      draft={draft}
      onClose={onClose}
    >
      {instruction !== null && <p className={styles.quiet}>{instruction.text}</p>}
      <div className={styles.fields}>
        <TextField
          className={styles.wide ?? ''}
          label={t('groups.what')}
          value={form.what}
          onChange={(what) => change({ what })}
          isRequired
          autoFocus
        />
        <PartyField
          label={t('response.party')}
          groups={groups}
          value={form.to}
          onChange={(text) => change({ to: text })}
          isRequired
        />
        <AtField
          label={t('response.due')}
          towards="coming"
          placeholder={t('response.noDue')}
          value={form.due}
          onChange={(due) => change({ due })}
        />
        <TextField
          label={t('groups.giver')}
          value={form.givenBy}
          onChange={(givenBy) => change({ givenBy })}
          placeholder={t('response.proposerIsMe')}
        />
        {instruction === null && (
          <ChoiceGroup
            label={t('groups.source')}
            choices={SOURCES.map((id) => ({ id, label: t(`groups.source.${id}`) }))}
            value={form.source}
            onChange={(source) => change({ source })}
          />
        )}
        {form.source === 'request' && instruction === null && (
          <TextField label={t('groups.requestFrom')} value={form.from} onChange={(from) => change({ from })} />
        )}
        <TextArea
          className={styles.wide ?? ''}
          label={t('groups.detail')}
          value={form.detail}
          onChange={(detail) => change({ detail })}
        />
      </div>
    </ActDialog>
  );
}
