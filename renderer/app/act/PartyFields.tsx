/** Fields for a unit, for whoever gets a task, and for a person. Suggestions come from the plan; other words stay as typed. */
import { useMemo } from 'react';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useDesk } from '../desk/deskContext.ts';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { useLabel, useT } from '../i18n/locale.ts';
import { type GroupName, type Named, type PersonForm, pickedPerson, unitChoices } from './parties.ts';

export function useUnitChoices(): Named[] {
  const { plan } = useDesk();
  const label = useLabel();
  return useMemo(() => unitChoices(plan, label), [plan, label]);
}

type TextProps = { label: string; value: string; onChange: (text: string) => void; isRequired?: boolean };

export function UnitField(props: TextProps) {
  return <ComboBox {...props} choices={useUnitChoices()} />;
}

export function PartyField({ groups, ...props }: TextProps & { groups: readonly GroupName[] }) {
  const units = useUnitChoices();
  const t = useT();
  const choices = useMemo(
    () => [...groups.map(({ groupId, name }) => ({ id: groupId, label: name, hint: t('response.group') })), ...units],
    [groups, units, t],
  );
  return <ComboBox {...props} choices={choices} />;
}

type PersonProps = { value: PersonForm; onChange: (value: PersonForm) => void; autoFocus?: boolean };

/** Name, telephone, office, unit: to stand inside a grid of fields. */
export function PersonFields({ value, onChange, autoFocus = false }: PersonProps) {
  const t = useT();
  const change = (part: Partial<PersonForm>) => onChange({ ...value, ...part });
  return (
    <>
      <PersonPicker
        label={t('response.name')}
        value={value.name}
        onChange={(name) => change({ name })}
        onPick={(match) => change(pickedPerson(match))}
        isRequired
        autoFocus={autoFocus}
      />
      <TextField
        label={t('response.phone')}
        value={value.phone}
        onChange={(phone) => change({ phone })}
        inputMode="tel"
      />
      <TextField label={t('response.office')} value={value.title} onChange={(title) => change({ title })} />
      <UnitField label={t('response.unit')} value={value.unit} onChange={(unit) => change({ unit })} />
    </>
  );
}
