/** What happened, what runs, what was judged and switched: each with the act that changes it. */

import { readNow } from '#renderer/app/clock/clock.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IncidentFile } from '#shared/domain/rows.ts';
import type { DurationNow } from '#shared/plan/assessment.ts';
import type { TriState } from '#shared/plan/facts.ts';
import type { OpenAct } from '../acts/acts.ts';
import { useActs } from '../acts/useActs.ts';
import { Fact, FactList, Unknown } from './FactList.tsx';

export function ConditionsPanel({ file }: { file: IncidentFile }) {
  const t = useT();
  const label = useLabel();
  const acts = useActs();
  const { plan } = useDesk();
  const { conditions, durations, marks, switches } = file.assessment;
  return (
    <Panel
      title={t('incident.conditions')}
      aside={
        acts.may('conditions') && (
          <Button onPress={() => acts.open({ kind: 'conditions' })}>{t('incident.act.conditions')}</Button>
        )
      }
    >
      <FactList>
        {plan.conditions.map((condition) => (
          <Fact key={condition.id} term={label(condition)}>
            <Judged value={conditions[condition.id] ?? 'unknown'} />
          </Fact>
        ))}
        {plan.durations.map((duration) => {
          const now = durations.find((item) => item.duration === duration.id);
          return (
            <Fact
              key={duration.id}
              term={label(duration)}
              aside={now && <Forecast duration={now} />}
              action={<ActButton act={{ kind: 'duration', duration: duration.id }} />}
            >
              <Running duration={now} />
            </Fact>
          );
        })}
        {plan.marks.map((mark) => (
          <Fact key={mark.id} term={label(mark)} action={<ActButton act={{ kind: 'mark', mark: mark.id }} />}>
            <Judged value={marks[mark.id] ?? 'unknown'} />
          </Fact>
        ))}
        {plan.switches.map((item) => (
          <Fact key={item.id} term={label(item)} action={<ActButton act={{ kind: 'switch', switch: item.id }} />}>
            {t(switches[item.id] === true ? 'incident.switch.isOnWord' : 'incident.switch.isOffWord')}
          </Fact>
        ))}
      </FactList>
    </Panel>
  );
}

function ActButton({ act }: { act: Extract<OpenAct, { kind: 'duration' | 'mark' | 'switch' }> }) {
  const t = useT();
  const label = useLabel();
  const acts = useActs();
  const { plan } = useDesk();
  if (!acts.may(act.kind)) return null;
  const id = act.kind === 'duration' ? act.duration : act.kind === 'mark' ? act.mark : act.switch;
  const lists = { duration: plan.durations, mark: plan.marks, switch: plan.switches };
  const item = lists[act.kind].find((one) => one.id === id);
  return (
    <Button
      variant="quiet"
      aria-label={t('incident.changeWhat', { what: label(item, id) })}
      onPress={() => acts.open(act)}
    >
      {t('incident.change')}
    </Button>
  );
}

function Judged({ value }: { value: TriState }) {
  const t = useT();
  if (value === 'unknown') return <Unknown>{t('ui.unknown')}</Unknown>;
  return value === 'yes' ? <b>{t('ui.yes')}</b> : t('ui.no');
}

function Running({ duration }: { duration: DurationNow | undefined }) {
  const t = useT();
  const format = useFormat();
  if (!duration?.started) return '—';
  const { started, ended } = duration;
  const since = t('incident.since', { time: format.timed(started, readNow()) });
  if (ended !== null) {
    return (
      <>
        {since} {t('incident.until', { time: format.timed(ended, readNow()) })}{' '}
        <b>{format.span(started.at, ended.at)}</b>
      </>
    );
  }
  return (
    <>
      {since}{' '}
      <b>
        <Ticking text={(now) => format.span(started.at, now)} />
      </b>
    </>
  );
}

function Forecast({ duration: { forecastHours } }: { duration: DurationNow }) {
  const t = useT();
  return forecastHours === null ? null : t('incident.forecast', { hours: forecastHours });
}
