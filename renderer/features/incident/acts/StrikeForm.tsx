/** 划去: the entry stays to be read, struck through, and stops counting. Wrong figures are put right in the same go. */
import { useState } from 'react';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { EntryWords } from '#renderer/app/entries/EntryWords.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { IncidentEventPayload } from '#shared/domain/incident/events.ts';
import type { IncidentFile, LogRow } from '#shared/domain/rows.ts';
import { shortTimeText } from '#shared/domain/time/shortTime.ts';
import { ActForm, Note, Problem, Row } from './ActForm.tsx';
import { type StrikeValues, strikeCommands } from './actCommands.ts';
import { FigureFields } from './FiguresForm.tsx';
import { ReasonField, SourceField, WhenField } from './formFields.tsx';
import { strikingOf } from './striking.ts';
import { useAct } from './useAct.ts';

type StrikeFormProps = { file: IncidentFile; entry: LogRow; onDone: () => void };

export function StrikeForm({ file, entry, onDone }: StrikeFormProps) {
  const t = useT();
  const { plan } = useDesk();
  const isFigures = entry.type === 'FiguresRecorded';
  const [initial] = useState<StrikeValues>(() => startOf(entry, plan.timeZone));
  const act = useAct(`${file.incidentId}/strike/${entry.entryId}`, initial, onDone);
  const { form, change, tried, record } = act;
  const commands = strikeCommands(plan, file.incidentId, entry.entryId, form);
  return (
    <ActForm
      act={act}
      submitLabel={t('incident.strike.record')}
      onSubmit={() => void record(commands)}
      onCancel={onDone}
    >
      <p>
        <EntryWords row={entry} />
      </p>
      <Note>{t(`incident.strike.${strikingOf(entry.type)}`)}</Note>
      <ReasonField act={act} autoFocus />
      {isFigures && (
        <>
          <Note>{t('incident.strike.correct')}</Note>
          <FigureFields file={file} act={act} />
          <Row>
            <WhenField
              label={t('incident.observedAt')}
              value={form.observed}
              onChange={(observed) => change({ observed })}
              placeholder={t('incident.now')}
            />
            <SourceField act={act} />
          </Row>
        </>
      )}
      {tried && commands === null && form.reason.trim() !== '' && <Problem>{t('incident.figures.needed')}</Problem>}
    </ActForm>
  );
}

/** The right figures were seen when the wrong ones were, by the same source, until someone says otherwise. */
function startOf(entry: LogRow, timeZone: string): StrikeValues {
  const none = { reason: '', figures: {}, observed: NO_TIME, source: '' };
  if (entry.type !== 'FiguresRecorded') return none;
  const { observed, source } = entry.payload as IncidentEventPayload<'FiguresRecorded'>;
  const value = { text: shortTimeText(observed, readNow(), timeZone), timed: observed };
  return { ...none, observed: value, source: source ?? '' };
}
