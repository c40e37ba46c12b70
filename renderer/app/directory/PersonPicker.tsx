/**
 * A person's name with those who fit it: of the directory by hanzi, pinyin, initials, unit or number, and people named in
 * earlier incidents who are in no directory yet. Any other name stays as typed. To be used wherever a person is asked for.
 */
import { useState } from 'react';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import type { PersonMatch } from '#shared/contract/rows.ts';
import { useDeskQuery } from '../desk/useDeskQuery.ts';
import { useT } from '../i18n/locale.ts';
import type { Translate } from '../i18n/translator.ts';

export type PersonPickerProps = {
  label: string;
  /** The text in the field. */
  value: string;
  onChange: (text: string) => void;
  /** Somebody was picked from the list: the name, and whatever else is known of them. */
  onPick: (match: PersonMatch) => void;
  isRequired?: boolean;
  autoFocus?: boolean;
};

const NOBODY: readonly PersonMatch[] = [];

export function PersonPicker({ onPick, ...field }: PersonPickerProps) {
  const t = useT();
  const text = field.value.trim();
  const { data } = useDeskQuery(text === '' ? null : { type: 'matchPeople', text: text.slice(0, 100) });
  // What fitted before stays while the next answer is on its way.
  const [last, setLast] = useState(NOBODY);
  if (data !== undefined && data !== last) setLast(data);
  const matches = text === '' ? NOBODY : (data ?? last);
  const choices = matches.map((match, index) => ({ id: String(index), label: match.name, hint: hintOf(match, t) }));
  return (
    <ComboBox
      {...field}
      choices={choices}
      found={choices}
      onChoose={(_, id) => {
        const match = matches[Number(id)];
        if (match !== undefined) onPick(match);
      }}
    />
  );
}

function hintOf({ unit, post, numbers, namedIn }: PersonMatch, t: Translate): string {
  const from = namedIn === null ? null : t('directory.namedIn', { title: namedIn });
  return [unit, post, numbers[0]?.number, from].filter((part) => part !== null && part !== undefined).join(' · ');
}
