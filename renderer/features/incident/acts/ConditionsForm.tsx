/** What happened, as it is known now: only what is answered here is recorded. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { TriState } from '#renderer/ui/TriState.tsx';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { ActForm, Problem, Row } from './ActForm.tsx';
import { type ConditionsValues, conditionsCommand } from './actCommands.ts';
import { SourceField } from './formFields.tsx';
import { useAct } from './useAct.ts';

export function ConditionsForm({ file, onDone }: { file: IncidentFile; onDone: () => void }) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const act = useAct<ConditionsValues>(`${file.incidentId}/conditions`, { conditions: {}, source: '' }, onDone);
  const { form, change, tried, record } = act;
  const command = conditionsCommand(file.incidentId, form);
  return (
    <ActForm
      act={act}
      submitLabel={t('incident.conditions.record')}
      onSubmit={() => void record(command && [command])}
      onCancel={onDone}
    >
      <Row>
        {plan.conditions.map((condition) => (
          <TriState
            key={condition.id}
            label={`${label(condition)}（${t(`ui.${file.assessment.conditions[condition.id] ?? 'unknown'}`)}）`}
            value={form.conditions[condition.id] ?? null}
            onChange={(value) => {
              const { [condition.id]: _, ...others } = form.conditions;
              change({ conditions: value === null ? others : { ...others, [condition.id]: value } });
            }}
          />
        ))}
      </Row>
      {tried && command === null && <Problem>{t('incident.conditions.needed')}</Problem>}
      <SourceField act={act} />
    </ActForm>
  );
}
