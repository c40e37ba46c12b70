/** 归档: lists what is still unmet; needs a sent final report or a reason. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { StateBadge } from '#renderer/ui/StateBadge.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { rankObligations } from '#shared/domain/board.ts';
import { isUnmet } from '#shared/domain/questions.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { ActForm, Note } from './ActForm.tsx';
import { type CloseValues, closeCommand } from './endCommands.ts';
import { ReasonField } from './formFields.tsx';
import { useAct } from './useAct.ts';

export function CloseForm({ file, onDone }: { file: IncidentFile; onDone: () => void }) {
  const t = useT();
  const words = usePlanWords();
  const { plan } = useDesk();
  const act = useAct<CloseValues>(`${file.incidentId}/close`, { outcome: 'handled', reason: '' }, onDone);
  const { form, change, record } = act;
  const { final, mainRecipient } = plan.reportRoles;
  const finalSent = file.reports.some(
    ({ kind, recipients, struck }) => kind === final && recipients.includes(mainRecipient) && !struck,
  );
  const needsReason = !finalSent && form.reason.trim() === '';
  const unmet = rankObligations(file.assessment.obligations.filter(isUnmet));
  return (
    <ActForm
      act={act}
      submitLabel={t('incident.close.record')}
      onSubmit={() => void record(needsReason ? null : [closeCommand(file.incidentId, form)])}
      onCancel={onDone}
    >
      {unmet.length === 0 ? (
        <Note>{t('incident.close.allMet')}</Note>
      ) : (
        <>
          <Note>{t('incident.close.unmet', { n: unmet.length })}</Note>
          <ul>
            {unmet.map((row) => (
              <li key={row.key}>
                <StateBadge row={row} /> {words.rule(row.rule)}
                {row.to !== null && ` → ${words.unit(row.to)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <ChoiceGroup
        label={t('incident.close.outcome')}
        choices={(['handled', 'falseAlarm'] as const).map((id) => ({ id, label: t(`incident.close.${id}`) }))}
        value={form.outcome}
        onChange={(id) => change({ outcome: id === 'falseAlarm' ? 'falseAlarm' : 'handled' })}
      />
      <Note>{t(finalSent ? 'incident.close.finalSent' : 'incident.close.noFinal')}</Note>
      <ReasonField act={act} optional={finalSent} />
    </ActForm>
  );
}
