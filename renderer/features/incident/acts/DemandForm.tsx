/** A superior asks for something to be verified: who, when, what. Each demand starts a clock of its own. */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { PersonPicker } from '#renderer/app/directory/PersonPicker.tsx';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { ActForm, Note, Row } from './ActForm.tsx';
import { type DemandValues, demandCommand } from './actCommands.ts';
import { WhenField } from './formFields.tsx';
import { useAct } from './useAct.ts';

/** Those whose demands start a clock, then the others. */
function askersOf(plan: PlanPackage): { id: string; isTimed: boolean }[] {
  const timed = plan.reportingRules.flatMap(({ trigger }) => (trigger.kind === 'demand' ? [trigger.from] : []));
  return plan.units
    .filter((unit) => unit.ownDesk !== true)
    .map(({ id }) => ({ id, isTimed: timed.includes(id) }))
    .toSorted((a, b) => Number(b.isTimed) - Number(a.isTimed));
}

export function DemandForm({ file, onDone }: { file: IncidentFile; onDone: () => void }) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const askers = askersOf(plan);
  const [initial] = useState<DemandValues>(() => ({
    demandId: crypto.randomUUID(),
    from: askers[0]?.id ?? null,
    demanded: NO_TIME,
    person: '',
    what: '',
  }));
  const act = useAct(`${file.incidentId}/demand`, initial, onDone);
  const { form, change, tried, record } = act;
  const command = demandCommand(file.incidentId, form);
  const choices = askers.map(({ id }) => ({
    id,
    label: label(
      plan.units.find((unit) => unit.id === id),
      id,
    ),
  }));
  const isTimed = askers.some(({ id, isTimed: timed }) => id === form.from && timed);
  return (
    <ActForm
      act={act}
      submitLabel={t('incident.demand.record')}
      onSubmit={() => void record(command && [command])}
      onCancel={onDone}
    >
      <TextArea
        label={t('incident.demand.what')}
        value={form.what}
        onChange={(what) => change({ what })}
        error={tried && form.what.trim() === '' ? t('incident.demand.whatNeeded') : null}
        isRequired
        autoFocus
      />
      <Row>
        <Select
          label={t('incident.demand.from')}
          choices={choices}
          value={form.from}
          onChange={(from) => change({ from })}
        />
        <PersonPicker
          label={t('incident.demand.person')}
          value={form.person}
          onChange={(person) => change({ person })}
          onPick={({ name }) => change({ person: name })}
        />
        <WhenField
          label={t('incident.demand.at')}
          value={form.demanded}
          onChange={(demanded) => change({ demanded })}
          placeholder={t('incident.now')}
        />
      </Row>
      <Note>{t(isTimed ? 'incident.demand.startsClock' : 'incident.demand.noClock')}</Note>
    </ActForm>
  );
}
