/** The plan's groups in one act, or some of them. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { ResponseFile } from '#shared/contract/rows.ts';
import { groupsToSetUp } from '../toSetUp.ts';

export function SetUpDialog({ file, onClose }: { file: ResponseFile; onClose: () => void }) {
  const t = useT();
  const label = useLabel();
  const acts = useActWords();
  const { plan } = useDesk();
  const left = groupsToSetUp(plan, file.groups);
  const { form, change, draft } = useForm(`groups/setUp/${file.incidentId}`, () => ({
    without: [] as string[],
    at: NO_TIME,
  }));
  const chosen = left.filter(({ id }) => !form.without.includes(id)).map(({ id }) => id);
  const tick = (id: string, on: boolean) =>
    change({ without: on ? form.without.filter((other) => other !== id) : [...form.without, id] });
  return (
    <ActDialog
      title={`${t('groups.setUp')} · ${file.title}`}
      act={t('groups.setUpN', { n: chosen.length })}
      missing={[chosen.length === 0 && t('groups.list'), !isTimeOrEmpty(form.at) && t('groups.at')]}
      command={() => ({
        type: 'SetUpGroups',
        incidentId: file.incidentId,
        groups: chosen,
        ...optionalTime('setUpAt', form.at),
      })}
      draft={draft}
      onClose={onClose}
    >
      <div className={styles.fields}>
        {left.map((group) => (
          <Checkbox key={group.id} isOn={chosen.includes(group.id)} onChange={(on) => tick(group.id, on)}>
            <span>
              <strong>{label(group)}</strong>{' '}
              <span className={styles.quiet}>{acts.organisation(group.lead.organisation)}</span>
            </span>
          </Checkbox>
        ))}
        <AtField label={t('groups.at')} value={form.at} onChange={(at) => change({ at })} />
      </div>
    </ActDialog>
  );
}
