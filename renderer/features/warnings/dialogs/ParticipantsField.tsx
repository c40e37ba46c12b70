/**
 * Who sat together: picked from the directory by any part of the name or number, or typed; Enter takes up what is typed,
 * and so does leaving the field.
 */
import { type KeyboardEvent, useId, useState } from 'react';
import { useUnitChoices } from '#renderer/app/act/PartyFields.tsx';
import { PersonPicker } from '#renderer/app/directory/PersonPicker.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isEnter } from '#renderer/ui/composition.ts';
import type { PersonMatch } from '#shared/contract/rows.ts';
import { type Participant, pickedParticipant, withParticipant } from './assessForm.ts';
import styles from './Participants.module.css';

type Props = { value: readonly Participant[]; onChange: (value: Participant[]) => void };

export function ParticipantsField({ value, onChange }: Props) {
  const t = useT();
  const id = useId();
  const units = useUnitChoices();
  const [text, setText] = useState('');
  /** A field anew for each person taken up: what was chosen in the last one is forgotten. */
  const [taken, setTaken] = useState(0);
  const add = (person: Participant, stay: number) => {
    setText('');
    setTaken((n) => n + stay);
    const people = withParticipant(value, person);
    if (people.length > value.length) onChange(people);
  };
  const addTyped = (stay: number) => add({ name: text.trim(), unit: '', personId: null }, stay);
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const isOnOption = event.target instanceof Element && event.target.hasAttribute('aria-activedescendant');
    if (!isEnter(event) || event.ctrlKey || event.metaKey || isOnOption || text.trim() === '') return;
    event.preventDefault();
    event.stopPropagation();
    addTyped(1);
  };
  return (
    <fieldset className={styles.field} data-field="participants">
      <legend className={styles.label} id={id}>
        {t('warnings.participantsOf', { n: value.length })} *
      </legend>
      <ul className={styles.people} aria-labelledby={id}>
        {value.map((person) => (
          <li key={`${person.name} ${person.unit}`} className={styles.person}>
            <span>
              {person.name} <span className={styles.quiet}>{person.unit}</span>
            </span>
            <Button
              variant="quiet"
              className={styles.remove ?? ''}
              aria-label={t('response.removeUnit', { name: person.name })}
              onPress={() => onChange(value.filter((other) => other !== person))}
            >
              <span aria-hidden="true">×</span>
            </Button>
          </li>
        ))}
      </ul>
      {/* Enter takes up what is typed; the list has keys of its own. */}
      <div role="presentation" onKeyDownCapture={onKey} onBlur={() => addTyped(0)}>
        <PersonPicker
          key={taken}
          label={t('warnings.addParticipant')}
          value={text}
          onChange={setText}
          onPick={(match: PersonMatch) => add(pickedParticipant(units, match), 1)}
          autoFocus={taken > 0}
        />
      </div>
    </fieldset>
  );
}
