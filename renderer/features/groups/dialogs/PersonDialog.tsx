/** A group's leader, or somebody who has come to it. People typed here can be taken over by a directory: each has an id. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { PersonFields, useUnitChoices } from '#renderer/app/act/PartyFields.tsx';
import { newPerson, type PersonForm, readPerson } from '#renderer/app/act/parties.ts';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { ResponseFile } from '#shared/contract/rows.ts';
import type { StoredPerson } from '#shared/domain/parts.ts';
import type { AskedProps } from '../asked.ts';

const SOMEBODY_ELSE = '-';

export function PersonDialog({ asked, file, onClose }: AskedProps<'leader' | 'checkIn'>) {
  const t = useT();
  const units = useUnitChoices();
  const { group, kind } = asked;
  const { form, change, draft } = useForm(`groups/${kind}/${file.incidentId}/${group.groupId}`, () => ({
    chosen: SOMEBODY_ELSE,
    newId: newId(),
    person: newPerson(''),
    at: NO_TIME,
  }));
  const people = knownPeople(file);
  const person = readPerson(units, {
    ...form.person,
    personId: form.chosen === SOMEBODY_ELSE ? form.newId : form.chosen,
  });
  const choose = (id: string) => {
    const known = people.find(({ personId }) => personId === id);
    change({ chosen: id, person: known ? asTyped(known) : newPerson('') });
  };
  const act = t(kind === 'leader' ? 'groups.setLeader' : 'groups.checkIn');
  return (
    <ActDialog
      title={`${act}：${group.name}`}
      act={act}
      missing={[form.person.name.trim() === '' && t('response.name'), !isTimeOrEmpty(form.at) && t('groups.at')]}
      command={() => {
        const common = { incidentId: file.incidentId, groupId: group.groupId, ...optionalTime('at', form.at) };
        return kind === 'leader'
          ? { type: 'SetGroupLeader', leader: person, ...common }
          : { type: 'CheckInPerson', person, ...common };
      }}
      draft={draft}
      onClose={onClose}
    >
      {people.length > 0 && (
        <Select
          label={t('groups.knownPeople')}
          choices={[
            { id: SOMEBODY_ELSE, label: t('groups.somebodyNew') },
            ...people.map(({ personId, name, phone }) => ({ id: personId, label: name, hint: phone ?? undefined })),
          ]}
          value={form.chosen}
          onChange={choose}
        />
      )}
      <div className={styles.fields}>
        <PersonFields value={form.person} onChange={(next) => change({ person: next })} autoFocus />
        <AtField label={t('groups.at')} value={form.at} onChange={(at) => change({ at })} />
      </div>
    </ActDialog>
  );
}

const asTyped = ({ personId, name, phone, title, unit }: StoredPerson): PersonForm => ({
  personId,
  name,
  phone: phone ?? '',
  title: title ?? '',
  unit: unit?.name ?? '',
});

/** Everybody named on this incident so far, once. */
function knownPeople({ groups, onScene }: ResponseFile): StoredPerson[] {
  const all = groups.flatMap(({ leader, people }) => [
    ...(leader === null ? [] : [leader]),
    ...people.map(({ person }) => person),
  ]);
  if (onScene !== null) all.push(onScene.head);
  return [...new Map(all.map((person) => [person.personId, person])).values()];
}
