/** How it came about, the latest first: every 研判 with who sat together and on what, every report up, the approval, its end. */
import type { ReactNode } from 'react';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { WarningFile } from '#shared/contract/rows.ts';
import { Facts } from './Facts.tsx';
import styles from './Warnings.module.css';
import { useWarningWords } from './warningWords.ts';

type Line = { key: string; at: number; words: ReactNode };

export function Course({ file }: { file: WarningFile }) {
  const t = useT();
  const format = useFormat();
  const lines = useLines(file);
  return (
    <Panel title={t('warnings.course')}>
      <ol>
        {lines.map(({ key, at, words }) => (
          <li key={key} className={styles.step}>
            <span className={styles.quiet}>{format.near(at, file.at)}</span>
            <div className={styles.words}>{words}</div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function useLines(file: WarningFile): Line[] {
  const t = useT();
  const plan = usePlanWords();
  const words = useWarningWords();
  const acts = useActWords();
  const { reports, approval, released } = file;
  const lines: Line[] = [
    ...file.assessments.map((assessment) => ({
      key: assessment.entryId,
      at: assessment.held.at,
      words: <Assessed assessment={assessment} at={file.at} />,
    })),
    ...reports.map(({ entryId, at, to, person, means }) => ({
      key: entryId,
      at: at.at,
      words: t('warnings.reportedTo', { unit: plan.unit(to), person, means: t(`entries.means.${means}`) }),
    })),
    ...(approval === null
      ? []
      : [
          {
            key: approval.entryId,
            at: approval.approval.at.at,
            words: [
              t('warnings.approvedLevel', {
                level: words.level(approval.level),
                who: acts.decision(approval.approval),
              }),
              words.ground(approval.ground),
              approval.basis,
            ]
              .filter(Boolean)
              .join(' · '),
          },
        ]),
    ...(released === null
      ? []
      : [
          {
            key: released.entryId,
            at: released.decision.at.at,
            words: t('warnings.releasedBy', { who: acts.decision(released.decision), reason: released.reason }),
          },
        ]),
  ];
  return lines.toSorted((a, b) => b.at - a.at);
}

type Assessment = WarningFile['assessments'][number];

function Assessed({ assessment, at }: { assessment: Assessment; at: number }) {
  const t = useT();
  const format = useFormat();
  const plan = usePlanWords();
  const words = useWarningWords();
  const acts = useActWords();
  const { conclusion, level, likelyGrade, participants, inputs, reason, review } = assessment;
  const inputFacts = (['weather', 'geology', 'operation', 'notes'] as const).flatMap((name) => {
    const value = inputs[name];
    return value === null ? [] : [{ name: t(`warnings.input.${name}`), value }];
  });
  return (
    <>
      <p>
        <strong>
          {conclusion === 'warn'
            ? t('warnings.concluded.warn', { level: words.level(level) })
            : t(`warnings.concluded.${conclusion}`)}
        </strong>{' '}
        <span className={styles.quiet}>
          {[
            likelyGrade !== null && t('warnings.mayBecome', { grade: plan.grade(likelyGrade) }),
            review !== null && t('warnings.reviewAt', { time: format.near(review.at, at) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <p className={styles.text}>{reason}</p>
      <p className={styles.quiet}>
        {t('warnings.participants')}{' '}
        {plan.joined(participants.map(({ name, unit }) => (unit === null ? name : `${name}（${acts.unit(unit)}）`)))}
      </p>
      {inputFacts.length > 0 && <Facts facts={inputFacts} />}
    </>
  );
}
