/** 启动 or 调整响应: nothing starts by itself; a person with authority decides and it is recorded as decided. */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { ActForm, Note, Problem, Row } from './ActForm.tsx';
import { hoursOf } from './actCommands.ts';
import { DecisionFields } from './DecisionFields.tsx';
import { type LevelValues, levelCommand } from './decisionCommands.ts';
import { ReasonField } from './formFields.tsx';
import { useAct } from './useAct.ts';

export function LevelForm({ file, onDone }: { file: IncidentFile; onDone: () => void }) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { plan } = useDesk();
  const { level: inForce, proposedLevel, proposedBasis } = file.assessment;
  const mayOf = (id: string | null) => plan.levels.find((level) => level.id === id)?.decidedBy ?? [];
  const [initial] = useState<LevelValues>(() => ({
    level: inForce === proposedLevel ? null : proposedLevel,
    decision: { post: mayOf(proposedLevel)[0] ?? null, name: '', means: 'phone', at: NO_TIME },
    reason: '',
    matter: '',
    expectedHours: '',
  }));
  const act = useAct(`${file.incidentId}/level`, initial, onDone);
  const { form, change, tried, record } = act;
  const command = levelCommand(file.incidentId, inForce, form);
  const rank = (id: string | null) => plan.levels.findIndex((level) => level.id === id);
  // Up needs the target level's authority, down the current one's.
  const may = mayOf(rank(form.level) < rank(inForce) ? inForce : form.level);
  return (
    <ActForm
      act={act}
      submitLabel={t(inForce === null ? 'incident.level.start' : 'incident.level.adjust')}
      onSubmit={() => void record(command && [command])}
      onCancel={onDone}
    >
      <Note>
        {proposedLevel === null
          ? t('incident.level.nothingProposed')
          : t('incident.level.proposed', { level: words.level(proposedLevel), matches: words.matches(proposedBasis) })}
      </Note>
      <ChoiceGroup
        label={t('incident.level')}
        choices={plan.levels.filter(({ id }) => id !== inForce).map((level) => ({ id: level.id, label: label(level) }))}
        value={form.level}
        onChange={(level) => change({ level, decision: { ...form.decision, post: mayOf(level)[0] ?? null } })}
      />
      {tried && form.level === null && <Problem>{t('incident.level.needed')}</Problem>}
      <DecisionFields
        value={form.decision}
        onChange={(decision) => change({ decision })}
        may={may}
        tried={tried}
        postLabel={t('incident.decision.post')}
      />
      <ReasonField act={act} optional label={t('incident.level.reason')} />
      {inForce === null && (
        <Row>
          <TextField label={t('incident.level.matter')} value={form.matter} onChange={(matter) => change({ matter })} />
          <TextField
            label={t('incident.level.expected')}
            value={form.expectedHours}
            onChange={(expectedHours) => change({ expectedHours })}
            error={tried && hoursOf(form.expectedHours) === 'bad' ? t('incident.duration.hoursBad') : null}
          />
        </Row>
      )}
    </ActForm>
  );
}
