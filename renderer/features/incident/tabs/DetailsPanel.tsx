import { readNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeOfCaller } from '#renderer/app/directory/callee.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { isPhoneNumber } from '#shared/domain/directory/contact.ts';
import { chosenFrom, listOf } from '#shared/domain/planChoices.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { useActs } from '../acts/useActs.ts';
import { Fact, FactList, Unknown } from './FactList.tsx';

/** The words of the incident, each with who said so last. */
export function DetailsPanel({ file }: { file: IncidentFile }) {
  const t = useT();
  const label = useLabel();
  const format = useFormat();
  const acts = useActs();
  const { plan } = useDesk();
  return (
    <Panel
      title={t('incident.details')}
      aside={
        acts.may('details') && (
          <Button onPress={() => acts.open({ kind: 'details' })}>{t('incident.act.details')}</Button>
        )
      }
    >
      <FactList>
        {plan.details.map((detail) => {
          const now = file.details[detail.id];
          const value = now?.value ?? null;
          const said = now && [format.instant(now.recordedAt, readNow()), now.source].filter(Boolean).join(' ');
          const isNumber = detail.group === 'caller' && value !== null && isPhoneNumber(value);
          return (
            <Fact
              key={detail.id}
              term={label(detail)}
              aside={said}
              action={
                isNumber && (
                  <CallButton callee={calleeOfCaller(plan, file.details, value)} incidentId={file.incidentId} />
                )
              }
            >
              {now === undefined && '—'}
              {now !== undefined && value === null && <Unknown>{t('ui.unknown')}</Unknown>}
              {value !== null && label(chosenFrom(listOf(plan, detail) ?? [], value), value)}
            </Fact>
          );
        })}
      </FactList>
    </Panel>
  );
}
