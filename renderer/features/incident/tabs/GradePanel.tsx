import { Words } from '#renderer/app/entries/EntryWords.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { useBasisText } from '#renderer/app/why/useBasisText.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { useActs } from '../acts/useActs.ts';
import { Fact, FactList } from './FactList.tsx';
import styles from './OverviewTab.module.css';

/** The determined grade beside the one that drives the clocks, and why they differ. */
export function GradePanel({ file }: { file: IncidentFile }) {
  const t = useT();
  const words = usePlanWords();
  const basisText = useBasisText();
  const acts = useActs();
  const { assessment } = file;
  const { grade, clockGrade, factsGrade, factsGradeMatches, prompts } = assessment;
  return (
    <Panel
      title={t('incident.grade')}
      aside={
        <Button variant="quiet" onPress={() => acts.open({ kind: 'whyGrade' })}>
          {t('incident.why')}
        </Button>
      }
    >
      <FactList>
        <Fact term={t('why.grade.determined')}>
          <span className={styles.big}>{words.grade(grade)}</span>
        </Fact>
        <Fact term={t('why.grade.clock')} aside={basisText(assessment)}>
          <b>{words.grade(clockGrade)}</b>
        </Fact>
        <Fact term={t('why.grade.facts')} aside={words.matches(factsGradeMatches)}>
          {factsGrade === null ? t('why.grade.noFacts') : words.grade(factsGrade)}
        </Fact>
      </FactList>
      {prompts.map((prompt, index) => (
        <p key={index} className={styles.prompt}>
          <Words parts={words.prompt(prompt)} />
        </p>
      ))}
    </Panel>
  );
}
