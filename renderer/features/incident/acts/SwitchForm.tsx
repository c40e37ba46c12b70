/** Switching 特殊情况 and the like on or off, with who decided and why. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { ActForm, Note } from './ActForm.tsx';
import { ReasonField } from './formFields.tsx';
import { useAct } from './useAct.ts';

type SwitchFormProps = { file: IncidentFile; id: string; onDone: () => void };

export function SwitchForm({ file, id, onDone }: SwitchFormProps) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const item = plan.switches.find((one) => one.id === id);
  const on = file.assessment.switches[id] !== true;
  const act = useAct(`${file.incidentId}/switch/${id}`, { reason: '' }, onDone);
  const reason = act.form.reason.trim();
  return (
    <ActForm
      act={act}
      submitLabel={t(on ? 'incident.switch.on' : 'incident.switch.off')}
      onSubmit={() =>
        void act.record(
          reason === '' ? null : [{ type: 'SetSwitch', incidentId: file.incidentId, switch: id, on, reason }],
        )
      }
      onCancel={onDone}
    >
      <Note>{t(on ? 'incident.switch.isOff' : 'incident.switch.isOn', { switch: label(item, id) })}</Note>
      <ReasonField act={act} label={t('incident.switch.whoAndWhy')} autoFocus />
    </ActForm>
  );
}
