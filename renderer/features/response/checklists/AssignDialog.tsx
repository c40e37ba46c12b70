/** A measure becomes a task of a group or unit, with a due time that the board keeps in sight. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { PartyField, useUnitChoices } from '#renderer/app/act/PartyFields.tsx';
import { readParty } from '#renderer/app/act/parties.ts';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { ChecklistItemRow, ResponseFile } from '#shared/contract/rows.ts';
import { useItemLabel } from './useItemLabel.ts';

type Props = { item: ChecklistItemRow; file: ResponseFile; onClose: () => void };

export function AssignDialog({ item, file, onClose }: Props) {
  const t = useT();
  const label = useItemLabel();
  const acts = useActWords();
  const units = useUnitChoices();
  const groups = file.groups.filter(({ state }) => state !== 'dissolved');
  const { form, change, draft } = useForm(`response/assign/${file.incidentId}/${item.id}`, () => ({
    taskId: newId(),
    to: acts.organisation(item.doneBy[0] ?? ''),
    due: NO_TIME,
  }));
  const to = readParty(groups, units, form.to);
  return (
    <ActDialog
      title={`${t('response.assign')}：${label(item.id)}`}
      act={t('response.assign')}
      missing={[to === null && t('response.party'), !isTimeOrEmpty(form.due) && t('response.due')]}
      command={() => ({
        type: 'SetChecklistItem',
        incidentId: file.incidentId,
        item: item.id,
        state: { kind: 'assigned', taskId: form.taskId, to: to ?? { other: '' }, ...optionalTime('dueAt', form.due) },
        against: item.set?.entryId ?? null,
      })}
      draft={draft}
      onClose={onClose}
    >
      <div className={styles.fields}>
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
      </div>
    </ActDialog>
  );
}
