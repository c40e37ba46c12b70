/** Who is there already, and what is to become of them. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import type { DuplicateChoice, Matched } from '#shared/domain/directory/importTable.ts';
import styles from './Import.module.css';

const SHOWN = 10;
const CHOICES: readonly DuplicateChoice[] = ['merge', 'skip', 'new'];

type DuplicatesProps = {
  matched: readonly Matched[];
  choice: DuplicateChoice;
  onChange: (choice: DuplicateChoice) => void;
};

export function Duplicates({ matched, choice, onChange }: DuplicatesProps) {
  const t = useT();
  const same = matched.filter((row) => row.same !== null);
  if (same.length === 0) return null;
  return (
    <section aria-label={t('directory.duplicates')}>
      <ChoiceGroup
        label={t('directory.duplicatesN', { n: same.length })}
        choices={CHOICES.map((id) => ({ id, label: t(`directory.duplicate.${id}`) }))}
        value={choice}
        onChange={(id) => onChange(CHOICES.find((each) => each === id) ?? 'merge')}
      />
      <ul className={styles.duplicates}>
        {same.slice(0, SHOWN).map(({ row, contact, same: other }) => (
          <li key={row}>
            {t('directory.row', { row })} {contact.name} {contact.unit ?? ''}
            {other?.kind === 'row' && ` = ${t('directory.row', { row: other.row })}`}
          </li>
        ))}
        {same.length > SHOWN && <li>{t('directory.moreFaults', { n: same.length - SHOWN })}</li>}
      </ul>
    </section>
  );
}
