/** A group is dissolved on the authority of whoever may change groups. */
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { DecisionFields } from '#renderer/app/act/DecisionFields.tsx';
import { decisionCommand, isDecided, newDecision, optional } from '#renderer/app/act/decisionForm.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { AskedProps } from '../asked.ts';

export function DissolveDialog({ asked: { group }, file, onClose }: AskedProps<'dissolve'>) {
  const t = useT();
  const { plan } = useDesk();
  const may = plan.onScene?.groupsChangedBy ?? [];
  const { form, change, draft } = useForm(`groups/dissolve/${file.incidentId}/${group.groupId}`, () => ({
    decision: newDecision(may[0] ?? null),
    reason: '',
  }));
  return (
    <ActDialog
      title={`${t('groups.dissolve')}：${group.name}`}
      act={t('groups.dissolve')}
      missing={[!isDecided(form.decision) && t('groups.authority')]}
      command={() => ({
        type: 'DissolveGroup',
        incidentId: file.incidentId,
        groupId: group.groupId,
        decision: decisionCommand(form.decision),
        ...optional('reason', form.reason),
      })}
      effectSays={['dissolveWithOpenWork']}
      effect={<p>{t('groups.dissolveEffect', { name: group.name, people: group.present, tasks: group.openTasks })}</p>}
      draft={draft}
      onClose={onClose}
    >
      <DecisionFields
        legend={t('groups.authority')}
        value={form.decision}
        onChange={(decision) => change({ decision })}
        may={may}
      />
      <TextArea label={t('response.reason')} value={form.reason} onChange={(reason) => change({ reason })} />
    </ActDialog>
  );
}
