/** The words of the incident: title, place, operator, measures… Only what is changed is recorded. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { DetailField } from '#renderer/app/plan/DetailField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { chosenFrom, listOf } from '#shared/domain/planChoices.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import type { PlanDetail } from '#shared/plan/schema.ts';
import { ActForm, Problem, Row } from './ActForm.tsx';
import { type DetailsValues, detailsCommand } from './actCommands.ts';
import { SourceField } from './formFields.tsx';
import { useAct } from './useAct.ts';

const GROUPS = ['where', 'what', 'situation', 'caller'] as const;

export function DetailsForm({ file, onDone }: { file: IncidentFile; onDone: () => void }) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const act = useAct<DetailsValues>(`${file.incidentId}/details`, { title: null, details: {}, source: '' }, onDone);
  const { form, change, tried, record } = act;
  const command = detailsCommand(file.incidentId, form);
  /** As it stands: picked items by their label. */
  const known = (detail: PlanDetail): string | null | undefined => {
    const value = file.details[detail.id]?.value;
    return typeof value !== 'string' ? value : label(chosenFrom(listOf(plan, detail) ?? [], value), value);
  };
  return (
    <ActForm
      act={act}
      submitLabel={t('incident.details.record')}
      onSubmit={() => void record(command && [command])}
      onCancel={onDone}
    >
      <TextField
        label={t('incident.title')}
        value={form.title ?? file.title}
        onChange={(title) => change({ title })}
        autoFocus
      />
      {GROUPS.map((group) => (
        <Row key={group}>
          {plan.details
            .filter((detail) => detail.group === group)
            .map((detail) => (
              <DetailField
                key={detail.id}
                detail={detail}
                value={detail.id in form.details ? form.details[detail.id] : known(detail)}
                onChange={(value) => change({ details: { ...form.details, [detail.id]: value } })}
              />
            ))}
        </Row>
      ))}
      {tried && command === null && <Problem>{t('incident.details.needed')}</Problem>}
      <SourceField act={act} />
    </ActForm>
  );
}
