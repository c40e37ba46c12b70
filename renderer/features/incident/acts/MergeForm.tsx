/** Two incidents were one: this one stops, the other takes over what was seen, reported and asked. */
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Select } from '#renderer/ui/Select.tsx';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { ActForm, Note, Problem } from './ActForm.tsx';
import { type MergeValues, mergeCommand } from './endCommands.ts';
import { ReasonField } from './formFields.tsx';
import { useAct } from './useAct.ts';

export function MergeForm({ file, onDone }: { file: IncidentFile; onDone: () => void }) {
  const t = useT();
  const { data: open = [] } = useDeskQuery({ type: 'listIncidents', status: 'open' });
  const act = useAct<MergeValues>(`${file.incidentId}/merge`, { into: null, reason: '' }, onDone);
  const { form, change, tried, record } = act;
  const command = mergeCommand(file.incidentId, form);
  const choices = open
    .filter(({ incidentId }) => incidentId !== file.incidentId)
    .map(({ incidentId, title }) => ({ id: incidentId, label: title }));
  return (
    <ActForm
      act={act}
      submitLabel={t('incident.merge.record')}
      onSubmit={() => void record(command && [command])}
      onCancel={onDone}
    >
      <Note>{t('incident.merge.help')}</Note>
      <Select
        label={t('incident.merge.into')}
        choices={choices}
        value={form.into}
        placeholder={t(choices.length === 0 ? 'incident.merge.none' : 'incident.merge.choose')}
        onChange={(into) => change({ into })}
        isRequired
      />
      {tried && form.into === null && <Problem>{t('incident.merge.needed')}</Problem>}
      <ReasonField act={act} />
    </ActForm>
  );
}
