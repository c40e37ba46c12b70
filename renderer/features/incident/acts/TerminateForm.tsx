/** 终止响应: every condition confirmed, approved, and ended by whoever put the level in force (谁启动，谁终止). */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { ActForm, Note } from './ActForm.tsx';
import { DecisionFields } from './DecisionFields.tsx';
import { type DecisionValues, type TerminateValues, terminateCommand } from './decisionCommands.ts';
import { useAct } from './useAct.ts';

export function TerminateForm({ file, onDone }: { file: IncidentFile; onDone: () => void }) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { plan } = useDesk();
  const { approvedBy, conditions, clause, provenance } = plan.termination;
  const decidedBy = plan.levels.find(({ id }) => id === file.assessment.level)?.decidedBy ?? [];
  const [initial] = useState<TerminateValues>(() => {
    const by = (post: string | undefined): DecisionValues => ({
      post: post ?? null,
      name: '',
      means: 'phone',
      at: NO_TIME,
    });
    return { conditions: {}, approval: by(approvedBy[0]), decision: by(decidedBy[0]) };
  });
  const act = useAct(`${file.incidentId}/terminate`, initial, onDone);
  const { form, change, tried, record } = act;
  const command = terminateCommand(plan, file.incidentId, form);
  return (
    <ActForm
      act={act}
      submitLabel={t('incident.terminate.record')}
      onSubmit={() => void record(command && [command])}
      onCancel={onDone}
    >
      <Note>{t('incident.terminate.conditions', { clause: words.clause(clause, provenance) })}</Note>
      <div>
        {conditions.map((condition) => (
          <div key={condition.id}>
            <Checkbox
              isOn={form.conditions[condition.id] === true}
              onChange={(on) => change({ conditions: { ...form.conditions, [condition.id]: on } })}
            >
              {label(condition)}
            </Checkbox>
          </div>
        ))}
      </div>
      <DecisionFields
        value={form.approval}
        onChange={(approval) => change({ approval })}
        may={approvedBy}
        tried={tried}
        postLabel={t('incident.terminate.approvedBy')}
      />
      <DecisionFields
        value={form.decision}
        onChange={(decision) => change({ decision })}
        may={decidedBy}
        tried={tried}
        postLabel={t('incident.decision.post')}
      />
    </ActForm>
  );
}
