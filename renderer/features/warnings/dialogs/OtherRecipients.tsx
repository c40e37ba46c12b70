/** Somebody whom the plan does not name: picked from the directory with the number, or typed. Enter takes it up. */
import { type KeyboardEvent, useState } from 'react';
import { PersonPicker } from '#renderer/app/directory/PersonPicker.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isEnter } from '#renderer/ui/composition.ts';
import styles from './Participants.module.css';
import type { OtherRecipient } from './recipientsForm.ts';

type Props = { value: readonly OtherRecipient[]; onChange: (value: OtherRecipient[]) => void };

export function OtherRecipients({ value, onChange }: Props) {
  const t = useT();
  const [text, setText] = useState('');
  const [taken, setTaken] = useState(0);
  const add = (other: OtherRecipient, stay: number) => {
    setText('');
    setTaken((n) => n + stay);
    if (other.name !== '' && !value.some(({ name }) => name === other.name)) onChange([...value, other]);
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const isOnOption = event.target instanceof Element && event.target.hasAttribute('aria-activedescendant');
    if (!isEnter(event) || event.ctrlKey || event.metaKey || isOnOption || text.trim() === '') return;
    event.preventDefault();
    event.stopPropagation();
    add({ name: text.trim(), phone: '' }, 1);
  };
  return (
    <div className={styles.field}>
      <ul className={styles.people} aria-label={t('warnings.otherRecipients')}>
        {value.map((other) => (
          <li key={other.name} className={styles.person}>
            <span>
              {other.name} <span className={styles.quiet}>{other.phone}</span>
            </span>
            <Button
              variant="quiet"
              className={styles.remove ?? ''}
              aria-label={t('response.removeUnit', { name: other.name })}
              onPress={() => onChange(value.filter((each) => each !== other))}
            >
              <span aria-hidden="true">×</span>
            </Button>
          </li>
        ))}
      </ul>
      {/* Enter takes up what is typed; the list has keys of its own. */}
      <div role="presentation" onKeyDownCapture={onKey} onBlur={() => add({ name: text.trim(), phone: '' }, 0)}>
        <PersonPicker
          key={taken}
          label={t('warnings.addRecipient')}
          value={text}
          onChange={setText}
          onPick={({ name, numbers }) => add({ name, phone: numbers[0]?.number ?? '' }, 1)}
          autoFocus={taken > 0}
        />
      </div>
    </div>
  );
}
