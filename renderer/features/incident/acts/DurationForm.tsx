/** A running time such as 停输: when it began, when it ended, how long it is expected to last. */
import { readNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import type { Timed } from '#shared/plan/facts.ts';
import { ActForm, Problem, Row } from './ActForm.tsx';
import { type DurationValues, durationCommand, hoursOf } from './actCommands.ts';
import { SourceField, WhenField } from './formFields.tsx';
import { useAct } from './useAct.ts';

const EMPTY: DurationValues = { started: NO_TIME, ended: NO_TIME, forecast: '', source: '' };

type DurationFormProps = { file: IncidentFile; duration: string; onDone: () => void };

export function DurationForm({ file, duration, onDone }: DurationFormProps) {
  const t = useT();
  const format = useFormat();
  const act = useAct(`${file.incidentId}/duration/${duration}`, EMPTY, onDone);
  const { form, change, tried, record } = act;
  const command = durationCommand(file.incidentId, duration, form);
  const known = file.assessment.durations.find((item) => item.duration === duration);
  const shown = (time: Timed | null | undefined) => (time ? format.timed(time, readNow()) : '');
  return (
    <ActForm
      act={act}
      submitLabel={t('incident.duration.record')}
      onSubmit={() => void record(command && [command])}
      onCancel={onDone}
    >
      <Row>
        <WhenField
          label={t('incident.duration.started')}
          value={form.started}
          onChange={(started) => change({ started })}
          placeholder={shown(known?.started)}
          autoFocus
        />
        <WhenField
          label={t('incident.duration.ended')}
          value={form.ended}
          onChange={(ended) => change({ ended })}
          placeholder={shown(known?.ended)}
        />
        <TextField
          label={t('incident.duration.forecast')}
          value={form.forecast}
          onChange={(forecast) => change({ forecast })}
          placeholder={String(known?.forecastHours ?? '')}
          error={tried && hoursOf(form.forecast) === 'bad' ? t('incident.duration.hoursBad') : null}
        />
      </Row>
      {tried && command === null && <Problem>{t('incident.duration.needed')}</Problem>}
      <SourceField act={act} />
    </ActForm>
  );
}
