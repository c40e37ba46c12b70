/** A group the plan does not have, or other units and duties for one: on the authority of whoever the plan says. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { DecisionFields } from '#renderer/app/act/DecisionFields.tsx';
import { decisionCommand, isDecided, newDecision, optional } from '#renderer/app/act/decisionForm.ts';
import { UnitField, useUnitChoices } from '#renderer/app/act/PartyFields.tsx';
import { readUnit, readUnits } from '#renderer/app/act/parties.ts';
import { UnitsField } from '#renderer/app/act/UnitsField.tsx';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { StoredUnit, UnitInput } from '#shared/domain/parts.ts';
import type { AskedProps } from '../asked.ts';

export function GroupDialog({ asked: { group }, file, onClose }: AskedProps<'group'>) {
  const t = useT();
  const acts = useActWords();
  const { plan } = useDesk();
  const units = useUnitChoices();
  const { form, change, draft } = useForm(
    `groups/composition/${file.incidentId}/${group === null ? 'new' : group.headEntryId}`,
    () => ({
      groupId: newId(),
      name: group?.name ?? '',
      lead: group === null ? '' : acts.unit(group.lead),
      deputies: group === null ? [] : group.deputies.map(acts.unit),
      members: group === null ? [] : group.members.map(acts.unit),
      duties: group?.duties ?? '',
      reason: '',
      decision: newDecision(plan.onScene?.groupsChangedBy[0] ?? null),
    }),
  );
  /** A unit that stood there already keeps its id, however it is named here. */
  const known = (stored: readonly StoredUnit[] = []) => [
    ...stored.flatMap((unit) => (unit.id === null ? [] : [{ id: unit.id, label: acts.unit(unit) }])),
    ...units,
  ];
  const lead: UnitInput = readUnit(known(group === null ? [] : [group.lead]), form.lead) ?? { other: '' };
  const parts = {
    name: form.name.trim(),
    lead,
    deputies: readUnits(known(group?.deputies), form.deputies),
    members: readUnits(known(group?.members), form.members),
    duties: form.duties.trim(),
    decision: decisionCommand(form.decision),
  };
  const act = t(group === null ? 'groups.add' : 'groups.change');
  return (
    <ActDialog
      title={`${act}${group === null ? '' : `：${group.name}`}`}
      act={act}
      missing={[
        parts.name === '' && t('groups.name'),
        form.lead.trim() === '' && t('groups.lead'),
        parts.duties === '' && t('groups.duties'),
        !isDecided(form.decision) && t('groups.authority'),
      ]}
      command={() =>
        group === null
          ? { type: 'AddGroup', incidentId: file.incidentId, groupId: form.groupId, ...parts }
          : {
              type: 'ChangeGroup',
              incidentId: file.incidentId,
              groupId: group.groupId,
              ...parts,
              ...optional('reason', form.reason),
              against: group.headEntryId,
            }
      }
      draft={draft}
      onClose={onClose}
      size="l"
    >
      <div className={styles.fields}>
        <TextField
          label={t('groups.name')}
          value={form.name}
          onChange={(name) => change({ name })}
          isRequired
          autoFocus
        />
        <UnitField label={t('groups.lead')} value={form.lead} onChange={(text) => change({ lead: text })} isRequired />
        <UnitsField label={t('groups.deputies')} value={form.deputies} onChange={(deputies) => change({ deputies })} />
        <UnitsField label={t('groups.members')} value={form.members} onChange={(members) => change({ members })} />
        <TextArea label={t('groups.duties')} value={form.duties} onChange={(duties) => change({ duties })} isRequired />
        {group !== null && (
          <TextArea label={t('response.reason')} value={form.reason} onChange={(reason) => change({ reason })} />
        )}
      </div>
      <DecisionFields
        legend={t('groups.authority')}
        value={form.decision}
        onChange={(decision) => change({ decision })}
        may={plan.onScene?.groupsChangedBy ?? []}
      />
    </ActDialog>
  );
}
