/**
 * Several units: those of the plan from a list, any other in words. Each is taken up when it is chosen, with Enter, or
 * when the field is left, so that nothing typed is lost.
 */
import { type KeyboardEvent, useId, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { isEnter } from '#renderer/ui/composition.ts';
import { useT } from '../i18n/locale.ts';
import { useUnitChoices } from './PartyFields.tsx';
import { withUnits } from './parties.ts';
import styles from './UnitsField.module.css';

type Props = { label: string; value: readonly string[]; onChange: (units: string[]) => void };

export function UnitsField({ label, value, onChange }: Props) {
  const t = useT();
  const id = useId();
  const choices = useUnitChoices();
  const [text, setText] = useState('');
  // A field anew for each unit taken up: what was chosen in the last one is forgotten.
  const [taken, setTaken] = useState(0);
  const add = (typed: string, stay: number) => {
    setText('');
    setTaken((n) => n + stay);
    const units = withUnits(value, typed);
    if (units.length > value.length) onChange(units);
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const isOnOption = event.target instanceof Element && event.target.hasAttribute('aria-activedescendant');
    if (!isEnter(event) || event.ctrlKey || event.metaKey || isOnOption || text.trim() === '') return;
    event.preventDefault();
    event.stopPropagation();
    add(text, 1);
  };
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label} id={id}>
        {t('response.unitsOf', { label, n: value.length })}
      </legend>
      <ul className={styles.units} aria-labelledby={id}>
        {value.map((name) => (
          <li key={name} className={styles.unit}>
            <span>{name}</span>
            <Button
              variant="quiet"
              className={styles.remove ?? ''}
              aria-label={t('response.removeUnit', { name })}
              onPress={() => onChange(value.filter((other) => other !== name))}
            >
              <span aria-hidden="true">×</span>
            </Button>
          </li>
        ))}
      </ul>
      {/* Enter takes up what is typed; the list has keys of its own. */}
      <div role="presentation" onKeyDownCapture={onKey} onBlur={() => add(text, 0)}>
        <ComboBox
          key={taken}
          label={t('response.addUnitTo', { label })}
          labelHidden
          choices={choices.filter((choice) => !value.includes(choice.label))}
          value={text}
          onChange={setText}
          onChoose={(chosen) => add(chosen, 1)}
          autoFocus={taken > 0}
          placeholder={t('response.addUnit')}
        />
      </div>
    </fieldset>
  );
}
