/** Only what the plan leaves to choice (可…) may be waived, with a reason. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { ActForm, Note } from './ActForm.tsx';
import { ReasonField } from './formFields.tsx';
import { useAct } from './useAct.ts';

type WaiveFormProps = { file: IncidentFile; rule: string; onDone: () => void };

export function WaiveForm({ file, rule, onDone }: WaiveFormProps) {
  const t = useT();
  const words = usePlanWords();
  const act = useAct(`${file.incidentId}/waive/${rule}`, { reason: '' }, onDone);
  const reason = act.form.reason.trim();
  return (
    <ActForm
      act={act}
      submitLabel={t('incident.waive.record')}
      onSubmit={() =>
        void act.record(reason === '' ? null : [{ type: 'WaiveObligation', incidentId: file.incidentId, rule, reason }])
      }
      onCancel={onDone}
    >
      <Note>{t('incident.waive.help', { rule: words.rule(rule) })}</Note>
      <ReasonField act={act} autoFocus />
    </ActForm>
  );
}
