/**
 * 为什么 of a grade: what was determined, by whom and why; which grade drives the clocks and why it may be another; the
 * facts behind it and the whole ladder with its provenance.
 */
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { IncidentFile, IncidentRow } from '#shared/domain/rows.ts';
import { useDesk } from '../desk/deskContext.ts';
import { Loaded } from '../desk/Loaded.tsx';
import { useDeskQuery } from '../desk/useDeskQuery.ts';
import { useLabel, useT } from '../i18n/locale.ts';
import { usePlanWords } from '../plan/usePlanWords.ts';
import { EntryLink } from './EntryLink.tsx';
import { Ladder } from './Ladder.tsx';
import { Matches } from './Matches.tsx';
import { useBasisText } from './useBasisText.ts';
import styles from './Why.module.css';

type GradeWhyProps = { incident: Pick<IncidentRow, 'incidentId'>; onClose: () => void };

export function GradeWhyDialog({ incident: { incidentId }, onClose }: GradeWhyProps) {
  const t = useT();
  const query = useDeskQuery({ type: 'getIncident', incidentId });
  return (
    <Dialog title={t('why.grade')} isOpen onClose={onClose} size="l">
      <Loaded query={query}>{(file) => <GradeWhy file={file} onFollow={onClose} />}</Loaded>
    </Dialog>
  );
}

function GradeWhy({ file, onFollow }: { file: IncidentFile; onFollow: () => void }) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const basisText = useBasisText();
  const { plan } = useDesk();
  const { assessment, gradeHistory } = file;
  const { grade, clockGrade, factsGrade, factsGradeMatches } = assessment;
  return (
    <div className={styles.why}>
      <dl className={styles.facts}>
        <div className={styles.fact}>
          <dt>{t('why.grade.determined')}</dt>
          <dd>
            <strong>{words.grade(grade)}</strong>
          </dd>
        </div>
        <div className={styles.fact}>
          <dt>{t('why.grade.clock')}</dt>
          <dd>
            <strong>{words.grade(clockGrade)}</strong> <span className={styles.quiet}>{basisText(assessment)}</span>
          </dd>
        </div>
        <div className={styles.fact}>
          <dt>{t('why.grade.facts')}</dt>
          <dd>{factsGrade === null ? t('why.grade.noFacts') : words.grade(factsGrade)}</dd>
        </div>
      </dl>
      <Matches caption={t('why.grade.behind')} file={file} matches={factsGradeMatches} onFollow={onFollow} />
      <section>
        <h3 className={styles.heading}>{t('why.grade.history')}</h3>
        {gradeHistory.length === 0 && <p className={styles.quiet}>{t('why.grade.never')}</p>}
        <ul>
          {gradeHistory.map(({ entryId }) => (
            <li key={entryId} className={styles.match}>
              <EntryLink file={file} entryId={entryId} onFollow={onFollow} />
            </li>
          ))}
        </ul>
      </section>
      <Ladder
        caption={t('why.grade.ladder')}
        steps={plan.grades.map((step) => ({ ...step, name: label(step) }))}
        reached={factsGrade}
        assessment={assessment}
      />
    </div>
  );
}
