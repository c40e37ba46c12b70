/** Who is there already, and what is to become of them: the same for all of the file, or row by row. */
import { useState } from 'react';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import type { Contact } from '#shared/domain/directory/contact.ts';
import { type DuplicateChoice, duplicateChoices, type Matched } from '#shared/domain/directory/importTable.ts';
import styles from './Import.module.css';

const PAGE_ROWS = 8;

/** `of`: rows that are to be treated otherwise. */
export type Choices = { all: DuplicateChoice; of: ReadonlyMap<number, DuplicateChoice> };
export const MERGE_ALL: Choices = { all: 'merge', of: new Map() };

type DuplicatesProps = {
  matched: readonly Matched[];
  choices: Choices;
  isDisabled: boolean;
  onChange: (choices: Choices) => void;
};

export function Duplicates({ matched, choices, isDisabled, onChange }: DuplicatesProps) {
  const t = useT();
  const [page, setPage] = useState(0);
  const same = matched.filter((row) => row.same !== null);
  const pages = Math.ceil(same.length / PAGE_ROWS);
  if (pages === 0) return null;
  const shown = Math.min(page, pages - 1);
  const words = duplicateChoices.map((id) => ({ id, label: t(`directory.duplicate.${id}`) }));
  const chosen = (id: string): DuplicateChoice => duplicateChoices.find((each) => each === id) ?? 'merge';
  return (
    <section aria-label={t('directory.duplicates')}>
      <ChoiceGroup
        label={t('directory.duplicatesN', { n: same.length })}
        choices={words}
        value={choices.all}
        isDisabled={isDisabled}
        onChange={(id) => onChange({ all: chosen(id), of: new Map() })}
      />
      {choices.of.size > 0 && <p className={styles.quiet}>{t('directory.duplicatesOwn', { n: choices.of.size })}</p>}
      <ul className={styles.duplicates}>
        {same.slice(shown * PAGE_ROWS, (shown + 1) * PAGE_ROWS).map((row) => (
          <li key={row.row}>
            <span className={styles.what}>
              <span>
                {t('directory.row', { row: row.row })} {inWords(row.contact)}
              </span>
              <span className={styles.quiet}>
                {row.same?.kind === 'row'
                  ? t('directory.sameAsRow', { row: row.same.row })
                  : row.same !== null && t('directory.sameAs', { words: inWords(row.same.known.contact) })}
              </span>
            </span>
            <ChoiceGroup
              label={t('directory.duplicateOf', { row: row.row, name: row.contact.name })}
              labelHidden
              choices={words}
              value={choices.of.get(row.row) ?? choices.all}
              isDisabled={isDisabled}
              onChange={(id) => onChange({ ...choices, of: new Map([...choices.of, [row.row, chosen(id)]]) })}
            />
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <div className={styles.pages}>
          <Button isDisabled={shown === 0} onPress={() => setPage(shown - 1)}>
            {t('directory.pageBefore')}
          </Button>
          <span>{t('directory.page', { n: shown + 1, of: pages })}</span>
          <Button isDisabled={shown === pages - 1} onPress={() => setPage(shown + 1)}>
            {t('directory.pageAfter')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What tells one from another: name, unit, post, numbers. */
const inWords = ({ name, unit, post, numbers }: Contact): string =>
  [name, unit, post, ...numbers.map(({ number }) => number)].filter((part) => part !== undefined).join(' · ');
