/** Correcting 发生, 发现 or 接报: every clock is worked out anew, and the correction stays in the log with its reason. */
import { readNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { NO_TIME, timeKind } from '#renderer/ui/timeValue.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { ActForm, Note, Problem, Row } from './ActForm.tsx';
import { type TimesValues, timesCommand } from './actCommands.ts';
import { ReasonField, WhenField } from './formFields.tsx';
import { useAct } from './useAct.ts';

const EMPTY: TimesValues = { occurredAt: NO_TIME, discoveredAt: NO_TIME, receivedAt: NO_TIME, reason: '' };
const FIELDS = [
  ['occurredAt', 'occurred'],
  ['discoveredAt', 'discovered'],
  ['receivedAt', 'received'],
] as const;

export function TimesForm({ file, onDone }: { file: IncidentFile; onDone: () => void }) {
  const t = useT();
  const format = useFormat();
  const act = useAct(`${file.incidentId}/times`, EMPTY, onDone);
  const { form, change, tried, record } = act;
  const command = timesCommand(file.incidentId, form);
  const { times } = file.assessment;
  const nothing = FIELDS.every(([field]) => timeKind(form[field]) === 'empty');
  return (
    <ActForm
      act={act}
      submitLabel={t('incident.times.correct')}
      onSubmit={() => void record(command && [command])}
      onCancel={onDone}
    >
      <Note>{t('incident.times.help')}</Note>
      <Row>
        {FIELDS.map(([field, name], index) => {
          const known = times[name];
          return (
            <WhenField
              key={field}
              label={t(`incident.${name}`)}
              value={form[field]}
              onChange={(value) => change({ [field]: value })}
              placeholder={known === null ? t('ui.unknown') : format.timed(known, readNow())}
              autoFocus={index === 0}
            />
          );
        })}
      </Row>
      {tried && nothing && <Problem>{t('incident.times.needed')}</Problem>}
      {tried && timeKind(form.receivedAt) === 'unknown' && <Problem>{t('incident.times.receivedKnown')}</Problem>}
      <ReasonField act={act} />
    </ActForm>
  );
}
