/** The head of the on-scene command is named by whoever the plan says; another head or place is a naming too. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { DecisionFields } from '#renderer/app/act/DecisionFields.tsx';
import {
  decisionCommand,
  isDecided,
  isTimeOrEmpty,
  newDecision,
  optionalTime,
} from '#renderer/app/act/decisionForm.ts';
import { PersonFields, useUnitChoices } from '#renderer/app/act/PartyFields.tsx';
import { newPerson, readPerson } from '#renderer/app/act/parties.ts';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { ResponseFile } from '#shared/contract/rows.ts';

export function OnSceneDialog({ file, onClose }: { file: ResponseFile; onClose: () => void }) {
  const t = useT();
  const { plan } = useDesk();
  const units = useUnitChoices();
  const standing = file.onScene !== null && file.onScene.closedAt === null ? file.onScene : null;
  const { form, change, draft } = useForm(`groups/onScene/${file.incidentId}/${standing?.headEntryId ?? ''}`, () => ({
    person: {
      ...newPerson(standing?.head.personId ?? newId()),
      name: standing?.head.name ?? '',
      phone: standing?.head.phone ?? '',
      title: standing?.head.title ?? '',
      unit: standing?.head.unit?.name ?? '',
    },
    newPersonId: newId(),
    place: standing?.place ?? '',
    at: NO_TIME,
    decision: newDecision(plan.onScene?.headNamedBy[0] ?? null),
  }));
  const { person } = form;
  // Another name is another person.
  const personId = standing !== null && person.name.trim() !== standing.head.name ? form.newPersonId : person.personId;
  const head = readPerson(units, { ...person, personId });
  const act = t(standing === null ? 'groups.openOnScene' : 'groups.changeOnScene');
  return (
    <ActDialog
      title={`${act} · ${file.title}`}
      act={act}
      missing={[
        person.name.trim() === '' && t('response.name'),
        form.place.trim() === '' && t('groups.place'),
        !isDecided(form.decision) && t('groups.authority'),
        !isTimeOrEmpty(form.at) && t('groups.openedTime'),
      ]}
      command={() =>
        standing === null
          ? {
              type: 'OpenOnSceneCommand',
              incidentId: file.incidentId,
              head,
              place: form.place.trim(),
              decision: decisionCommand(form.decision),
              ...optionalTime('openedAt', form.at),
            }
          : {
              type: 'ChangeOnSceneCommand',
              incidentId: file.incidentId,
              head,
              place: form.place.trim(),
              decision: decisionCommand(form.decision),
              against: standing.headEntryId,
            }
      }
      draft={draft}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <PersonFields value={person} onChange={(next) => change({ person: next })} autoFocus />
        <TextField label={t('groups.place')} value={form.place} onChange={(place) => change({ place })} isRequired />
        {standing === null && (
          <AtField label={t('groups.openedTime')} value={form.at} onChange={(at) => change({ at })} />
        )}
      </div>
      <DecisionFields
        legend={t('groups.authority')}
        value={form.decision}
        onChange={(decision) => change({ decision })}
        may={plan.onScene?.headNamedBy ?? []}
      />
    </ActDialog>
  );
}
