/** The criteria that decided, each with its number, its clause and the entry it comes from. */
import type { IncidentFile } from '#shared/domain/rows.ts';
import type { CriterionMatch } from '#shared/plan/assessment.ts';
import { useT } from '../i18n/locale.ts';
import { usePlanWords } from '../plan/usePlanWords.ts';
import { EntryLink } from './EntryLink.tsx';
import styles from './Why.module.css';

type MatchesProps = { caption: string; file: IncidentFile; matches: readonly CriterionMatch[]; onFollow: () => void };

export function Matches({ caption, file, matches, onFollow }: MatchesProps) {
  const t = useT();
  const words = usePlanWords();
  return (
    <section>
      <h3 className={styles.heading}>{caption}</h3>
      {matches.length === 0 && <p className={styles.quiet}>{t('why.noMatch')}</p>}
      <ul>
        {matches.map((match) => (
          <li key={match.criterion} className={styles.match}>
            <strong>{words.match(match)}</strong>{' '}
            <span className={styles.quiet}>{words.clause(match.clause, match.provenance)}</span>
            <EntryLink file={file} entryId={match.entryId} onFollow={onFollow} />
          </li>
        ))}
      </ul>
    </section>
  );
}
