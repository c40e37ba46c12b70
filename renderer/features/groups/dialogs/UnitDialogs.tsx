/** A unit is asked to come, sets out, arrives. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optional, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { UnitField, useUnitChoices } from '#renderer/app/act/PartyFields.tsx';
import { readUnit } from '#renderer/app/act/parties.ts';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { PersonPicker } from '#renderer/app/directory/PersonPicker.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { ResponseFile, UnitRow } from '#shared/contract/rows.ts';

type Props = { file: ResponseFile; onClose: () => void };

export function CallUnitDialog({ file, onClose }: Props) {
  const t = useT();
  const units = useUnitChoices();
  const { form, change, draft } = useForm(`groups/call/${file.incidentId}`, () => ({
    summonsId: newId(),
    unit: '',
    answeredBy: '',
    phone: '',
    what: '',
    at: NO_TIME,
  }));
  const unit = readUnit(units, form.unit);
  return (
    <ActDialog
      title={t('groups.call')}
      act={t('groups.call')}
      missing={[unit === null && t('response.unit'), !isTimeOrEmpty(form.at) && t('groups.calledTime')]}
      command={() => ({
        type: 'CallUnit',
        incidentId: file.incidentId,
        summonsId: form.summonsId,
        unit: unit ?? { other: '' },
        ...optional('answeredBy', form.answeredBy),
        ...optional('phone', form.phone),
        ...optional('what', form.what),
        ...optionalTime('calledAt', form.at),
      })}
      draft={draft}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <UnitField
          label={t('response.unit')}
          value={form.unit}
          onChange={(text) => change({ unit: text })}
          isRequired
        />
        <AtField label={t('groups.calledTime')} value={form.at} onChange={(at) => change({ at })} />
        <PersonPicker
          label={t('groups.whoAnswered')}
          value={form.answeredBy}
          onChange={(answeredBy) => change({ answeredBy })}
          onPick={({ name, numbers }) => change({ answeredBy: name, phone: numbers[0]?.number ?? form.phone })}
        />
        <TextField
          label={t('response.phone')}
          value={form.phone}
          onChange={(phone) => change({ phone })}
          inputMode="tel"
        />
        <TextArea
          className={styles.wide ?? ''}
          label={t('groups.askedTo')}
          value={form.what}
          onChange={(what) => change({ what })}
        />
      </div>
    </ActDialog>
  );
}

export function EnRouteDialog({ file, unit, onClose }: Props & { unit: UnitRow }) {
  const t = useT();
  const acts = useActWords();
  const { form, change, draft } = useForm(`groups/enRoute/${unit.summonsId}`, () => ({
    person: '',
    at: NO_TIME,
    expected: NO_TIME,
  }));
  return (
    <ActDialog
      title={`${t('groups.enRoute')}：${acts.unit(unit.unit)}`}
      act={t('groups.enRoute')}
      missing={[!isTimeOrEmpty(form.at) && t('groups.at'), !isTimeOrEmpty(form.expected) && t('groups.expectedTime')]}
      command={() => ({
        type: 'RecordUnitEnRoute',
        incidentId: file.incidentId,
        summonsId: unit.summonsId,
        ...optional('person', form.person),
        ...optionalTime('at', form.at),
        ...optionalTime('expectedAt', form.expected),
      })}
      draft={draft}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <PersonPicker
          label={t('groups.whoSaid')}
          value={form.person}
          onChange={(person) => change({ person })}
          onPick={({ name }) => change({ person: name })}
          autoFocus
        />
        <AtField label={t('groups.at')} value={form.at} onChange={(at) => change({ at })} />
        <AtField
          label={t('groups.expectedTime')}
          towards="coming"
          placeholder={t('response.comingHint')}
          value={form.expected}
          onChange={(expected) => change({ expected })}
        />
      </div>
    </ActDialog>
  );
}

const isCount = (text: string): boolean => /^\d{0,5}$/.test(text.trim());

export function ArriveDialog({ file, unit, onClose }: Props & { unit: UnitRow }) {
  const t = useT();
  const acts = useActWords();
  const { form, change, draft } = useForm(`groups/arrive/${unit.summonsId}`, () => ({
    people: '',
    note: '',
    at: NO_TIME,
  }));
  const people = form.people.trim();
  return (
    <ActDialog
      title={`${t('groups.arrive')}：${acts.unit(unit.unit)}`}
      act={t('groups.arrive')}
      missing={[!isTimeOrEmpty(form.at) && t('groups.at'), !isCount(people) && t('groups.peopleNumber')]}
      command={() => ({
        type: 'RecordUnitArrival',
        incidentId: file.incidentId,
        summonsId: unit.summonsId,
        ...(people !== '' && { people: Number(people) }),
        ...optional('note', form.note),
        ...optionalTime('arrivedAt', form.at),
      })}
      draft={draft}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <TextField
          label={t('groups.peopleNumber')}
          value={form.people}
          onChange={(text) => change({ people: text })}
          inputMode="numeric"
          autoFocus
        />
        <AtField label={t('groups.at')} value={form.at} onChange={(at) => change({ at })} />
        <TextArea
          className={styles.wide ?? ''}
          label={t('groups.noteLabel')}
          value={form.note}
          onChange={(note) => change({ note })}
        />
      </div>
    </ActDialog>
  );
}
