/** A judgement such as 生产安全事故: yes, no, or being verified. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { TriState } from '#renderer/ui/TriState.tsx';
import type { IncidentFile } from '#shared/domain/rows.ts';
import type { TriState as Value } from '#shared/plan/facts.ts';
import { ActForm, Note, Problem } from './ActForm.tsx';
import { given, ReasonField } from './formFields.tsx';
import { useAct } from './useAct.ts';

type MarkValues = { value: Value | null; reason: string };
type MarkFormProps = { file: IncidentFile; id: string; onDone: () => void };

export function MarkForm({ file, id, onDone }: MarkFormProps) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const mark = plan.marks.find((one) => one.id === id);
  const act = useAct<MarkValues>(`${file.incidentId}/mark/${id}`, { value: null, reason: '' }, onDone);
  const { value, reason } = act.form;
  const now = file.assessment.marks[id] ?? 'unknown';
  return (
    <ActForm
      act={act}
      submitLabel={t('incident.mark.record')}
      onSubmit={() =>
        void act.record(
          value === null
            ? null
            : [{ type: 'SetMark', incidentId: file.incidentId, mark: id, value, ...given('reason', reason) }],
        )
      }
      onCancel={onDone}
    >
      <Note>{t('incident.mark.nowIs', { mark: label(mark, id), value: t(`ui.${now}`) })}</Note>
      <TriState label={label(mark, id)} value={value} onChange={(next) => act.change({ value: next })} />
      {act.tried && value === null && <Problem>{t('incident.mark.needed')}</Problem>}
      <ReasonField act={act} optional />
    </ActForm>
  );
}
