/** Which of the clues that wait it is about. */

import act from '#renderer/app/act/Act.module.css';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import type { ClueRow } from '#shared/contract/rows.ts';
import { useWarningWords } from '../warningWords.ts';
import styles from './Clues.module.css';

type Props = { clues: readonly ClueRow[]; value: readonly string[]; onChange: (ids: string[]) => void };

export function CluesField({ clues, value, onChange }: Props) {
  const t = useT();
  const words = useWarningWords();
  if (clues.length === 0) return null;
  return (
    <fieldset data-field="clueIds">
      <legend className={act.legend}>{t('warnings.aboutClues')}</legend>
      <div className={styles.clues}>
        {clues.map(({ clueId, source, said }) => (
          <Checkbox
            key={clueId}
            isOn={value.includes(clueId)}
            onChange={(on) => onChange(on ? [...value, clueId] : value.filter((id) => id !== clueId))}
          >
            <span className={styles.said}>
              {words.source(source)} · {said}
            </span>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
