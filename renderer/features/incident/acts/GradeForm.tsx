/** 认定等级: a person says which grade, beside what the facts meet; the clocks keep the higher of the two. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { ActForm, Note, Problem } from './ActForm.tsx';
import { type GradeValues, gradeCommand } from './actCommands.ts';
import { ReasonField } from './formFields.tsx';
import { useAct } from './useAct.ts';

export function GradeForm({ file, onDone }: { file: IncidentFile; onDone: () => void }) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { plan } = useDesk();
  const { grade, factsGrade, factsGradeMatches } = file.assessment;
  const act = useAct<GradeValues>(`${file.incidentId}/grade`, { grade: null, reason: '' }, onDone);
  const { form, change, tried, record } = act;
  const command = gradeCommand(file.incidentId, form);
  return (
    <ActForm
      act={act}
      submitLabel={t('incident.grade.determine')}
      onSubmit={() => void record(command && [command])}
      onCancel={onDone}
    >
      <Note>
        {t('incident.grade.nowIs', { grade: words.grade(grade) })}{' '}
        {factsGrade === null
          ? t('incident.grade.noFacts')
          : t('incident.grade.factsMeet', {
              grade: words.grade(factsGrade),
              matches: words.matches(factsGradeMatches),
            })}
      </Note>
      <ChoiceGroup
        label={t('incident.grade')}
        choices={plan.grades.map((item) => ({ id: item.id, label: label(item) }))}
        value={form.grade}
        onChange={(id) => change({ grade: id })}
      />
      {tried && form.grade === null && <Problem>{t('incident.grade.needed')}</Problem>}
      <ReasonField act={act} optional />
    </ActForm>
  );
}
