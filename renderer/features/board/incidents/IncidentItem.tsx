/** One open incident: a link to its file with everything that must be seen without opening it. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Words } from '#renderer/app/entries/EntryWords.tsx';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { LevelBadge } from '#renderer/ui/LevelBadge.tsx';
import type { IncidentRow } from '#shared/contract/rows.ts';
import { carefulReadings } from './careful.ts';
import { FiguresLine } from './FiguresLine.tsx';
import styles from './OpenIncidents.module.css';

export function IncidentItem({ incident }: { incident: IncidentRow }) {
  const hrefOf = useHref();
  const { plan } = useDesk();
  const { level } = incident.assessment;
  const rank = plan.levels.findIndex(({ id }) => id === level);
  return (
    <li className={styles.incident}>
      <div className={styles.head}>
        <a className={styles.title} href={hrefOf({ screen: 'incident', incidentId: incident.incidentId })}>
          {incident.title}
        </a>
        <LevelBadge sign={plan.levels[rank]?.sign ?? null} rank={rank} of={plan.levels.length} />
      </div>
      <TimesLine incident={incident} />
      <FiguresLine assessment={incident.assessment} />
      <Prompts incident={incident} />
    </li>
  );
}

function TimesLine({ incident }: { incident: IncidentRow }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { times, at, grade, clockGrade, clockGradeBasis } = incident.assessment;
  return (
    <p className={styles.times}>
      <span>
        {times.occurred === null
          ? t('board.occurredUnknown', { received: format.timed(times.received, at) })
          : t('board.occurred', { time: format.timed(times.occurred, at) })}
      </span>
      <span>
        <strong>{words.grade(grade)}</strong>
        {grade !== null && t('board.determined')}
        {clockGradeBasis.kind === 'undetermined' && t('board.clockAs', { grade: words.grade(clockGrade) })}
      </span>
      {clockGradeBasis.kind === 'facts' && (
        <span>
          {t('board.byFacts', { grade: words.grade(clockGrade), facts: words.matches(clockGradeBasis.matches) })}
        </span>
      )}
    </p>
  );
}

function Prompts({ incident }: { incident: IncidentRow }) {
  const t = useT();
  const words = usePlanWords();
  const { plan } = useDesk();
  const { assessment } = incident;
  const { prompts, proposedLevel, proposedBasis, level } = assessment;
  const rankOf = (id: string | null) => plan.levels.findIndex((item) => item.id === id);
  const isProposed = rankOf(proposedLevel) > rankOf(level);
  const careful = carefulReadings(plan, assessment);
  if (prompts.length === 0 && careful.length === 0 && !isProposed) return null;
  return (
    <ul className={styles.prompts}>
      {isProposed && (
        <li>
          <Words
            parts={t.parts(level === null ? 'board.propose' : 'board.proposeHigher', {
              level: words.level(proposedLevel),
              facts: words.matches(proposedBasis),
            })}
          />
        </li>
      )}
      {prompts.map((prompt) => (
        <li key={`${prompt.kind} ${prompt.kind === 'practice' ? prompt.prompt : `${prompt.of} ${prompt.id}`}`}>
          <Words parts={words.prompt(prompt)} />
        </li>
      ))}
      {careful.map(({ figure, counted, n, grade, next }) => (
        <li key={`careful ${figure}`}>
          {t('board.careful', {
            counted: words.joined(counted.map(words.figure)),
            figure: words.figure(figure),
            n: words.quantity(figure, { kind: 'exact', n }),
          })}
          {grade !== null && t('board.carefulGrade', { grade: words.grade(grade) })}
          {next !== null &&
            t('board.carefulNext', {
              grade: words.grade(next.grade),
              n: words.quantity(figure, { kind: 'exact', n: next.missing }),
            })}
        </li>
      ))}
    </ul>
  );
}
