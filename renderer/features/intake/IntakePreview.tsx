/**
 * The right column: the engine at work while one types. Grade, proposal, the clocks that saving starts with what is
 * already late, the next threshold, prompts, scope, and what will be asked back.
 */
import { useNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Words } from '#renderer/app/entries/EntryWords.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { confirmText, errorText } from '#shared/contract/errorText.ts';
import type { ConfirmQuestion } from '#shared/domain/errors.ts';
import type { IncidentState } from '#shared/domain/incident/incident.ts';
import { nextThresholds } from '#shared/domain/thresholds.ts';
import type { Assessment } from '#shared/plan/assessment.ts';
import styles from './IntakePreview.module.css';
import { hasContent } from './intakeForm.ts';
import { PreviewClocks } from './PreviewClocks.tsx';
import { previewCall } from './previewCall.ts';
import { readIntake } from './readIntake.ts';
import { InScope, OutOfScope } from './ScopeCheck.tsx';
import { useIntake } from './useIntakeForm.ts';

export function IntakePreview({ joined }: { joined: IncidentState | null }) {
  const t = useT();
  const { plan, desk } = useDesk();
  const { form } = useIntake();
  const now = useNow();
  if (!hasContent(form)) return <p className={styles.quiet}>{t('intake.preview.nothing')}</p>;
  const { input } = readIntake(form, plan, now);
  const preview = previewCall(input, { plan, planHash: desk.planHash ?? '', now, joined });
  switch (preview.kind) {
    case 'nothing':
      return <p className={styles.quiet}>{t('intake.preview.unreadable')}</p>;
    case 'refused':
      return <p className={styles.quiet}>{errorText(preview.error, plan)}</p>;
    case 'callOnly':
      return (
        <>
          <p className={styles.quiet}>{t('intake.preview.callOnly')}</p>
          <OutOfScope />
          <InScope />
        </>
      );
    case 'incident':
      return (
        <>
          <GradeBlock assessment={preview.assessment} />
          <LevelBlock assessment={preview.assessment} now={now} />
          <OutOfScope />
          <Questions questions={preview.questions} />
          <PreviewClocks assessment={preview.assessment} now={now} />
          <InScope />
        </>
      );
  }
}

function GradeBlock({ assessment }: { assessment: Assessment }) {
  const t = useT();
  const words = usePlanWords();
  const { grade, clockGrade, clockGradeBasis, factsGrade, factsGradeMatches, prompts } = assessment;
  const byFacts = clockGradeBasis.kind === 'facts';
  const facts = { grade: words.grade(factsGrade), matches: words.matches(factsGradeMatches) };
  return (
    <section className={styles.block} aria-label={t('intake.preview.grade')}>
      <h2 className={styles.caption}>{t('intake.preview.grade')}</h2>
      <p className={styles.big}>{words.grade(byFacts ? clockGrade : grade)}</p>
      {clockGradeBasis.kind === 'undetermined' && (
        <p className={styles.line}>
          {t('intake.preview.undetermined', { grade: words.grade(clockGrade), clause: clockGradeBasis.clause })}
          {factsGrade !== null && t('intake.preview.factsOnly', facts)}
        </p>
      )}
      {byFacts && <p className={styles.line}>{t('intake.preview.byFacts', facts)}</p>}
      {prompts.map((prompt, index) => (
        <p key={index} className={styles.prompt}>
          <Words parts={words.prompt(prompt)} />
        </p>
      ))}
    </section>
  );
}

function LevelBlock({ assessment, now }: { assessment: Assessment; now: number }) {
  const t = useT();
  const words = usePlanWords();
  const { plan } = useDesk();
  const { proposedLevel, proposedBasis } = assessment;
  const level = plan.levels.find(({ id }) => id === proposedLevel);
  return (
    <section className={styles.block} aria-label={t('intake.preview.level')}>
      <h2 className={styles.caption}>{t('intake.preview.level')}</h2>
      {level === undefined ? (
        <p className={styles.line}>{t('intake.preview.noLevel')}</p>
      ) : (
        <p className={styles.line}>
          <strong className={styles.big}>{words.level(level.id)}</strong>{' '}
          {t('intake.preview.levelBasis', {
            matches: words.matches(proposedBasis),
            clause: words.joined(proposedBasis.map(({ clause }) => clause)),
            posts: words.posts(level.decidedBy),
          })}
        </p>
      )}
      {nextThresholds(plan, assessment).map((threshold) => (
        <p key={threshold.duration} className={styles.line}>
          <Words parts={words.threshold(threshold, now)} />
        </p>
      ))}
    </section>
  );
}

function Questions({ questions }: { questions: readonly ConfirmQuestion[] }) {
  const t = useT();
  const { plan } = useDesk();
  // Scope has its own line.
  const asked = questions.filter(({ code }) => code !== 'outOfScope');
  if (asked.length === 0) return null;
  return (
    <section className={styles.block} aria-label={t('intake.preview.asked')}>
      <h2 className={styles.caption}>{t('intake.preview.asked')}</h2>
      <ul className={styles.asked}>
        {asked.map((question) => (
          <li key={`${question.code} ${JSON.stringify(question.params)}`}>{confirmText(question, plan)}</li>
        ))}
      </ul>
    </section>
  );
}
