/** An action is given to a unit, with a due time that the warning keeps in sight [plan 3.4.3]. */
import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { UnitField, useUnitChoices } from '#renderer/app/act/PartyFields.tsx';
import { readUnit } from '#renderer/app/act/parties.ts';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { AskedProps } from '../asked.ts';

export function AssignDialog({ asked: { item }, file, onClose }: AskedProps<'assign'>) {
  const t = useT();
  const label = useLabel();
  const acts = useActWords();
  const units = useUnitChoices();
  const { warningId } = file;
  const { form, change, draft } = useForm(`warnings/assign/${item.id}/${warningId}`, () => ({
    to: item.to === null ? acts.organisation(item.doneBy[0] ?? '') : acts.unit(item.to),
    due: NO_TIME,
  }));
  const to = readUnit(units, form.to);
  return (
    <ActDialog
      title={`${t('response.assign')}：${label(item)}`}
      act={t('response.assign')}
      missing={[
        to === null && { label: t('response.unit'), field: 'to' },
        !isTimeOrEmpty(form.due) && { label: t('response.due'), field: 'dueAt' },
      ]}
      command={() => ({
        type: 'SetWarningAction',
        warningId,
        item: item.id,
        state: { kind: 'assigned', to: to ?? { other: '' }, ...optionalTime('dueAt', form.due) },
      })}
      draft={draft}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <div data-field="to">
          <UnitField label={t('response.unit')} value={form.to} onChange={(unit) => change({ to: unit })} isRequired />
        </div>
        <div data-field="dueAt">
          <AtField
            label={t('response.due')}
            towards="coming"
            placeholder={t('response.noDue')}
            value={form.due}
            onChange={(due) => change({ due })}
          />
        </div>
      </div>
    </ActDialog>
  );
}
