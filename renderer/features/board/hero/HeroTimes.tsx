/** Since when and until when. A demand says who asked. */
import { withinText } from '#renderer/app/clock/withinText.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { triggerWord } from '#renderer/app/why/triggerWord.ts';
import type { IncidentRow } from '#shared/contract/rows.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import type { ReportingRule } from '#shared/plan/schema.ts';
import styles from './Hero.module.css';

type Props = { incident: IncidentRow; row: Obligation; rule: ReportingRule | undefined };

export function HeroTimes({ incident, row, rule }: Props) {
  const t = useT();
  const format = useFormat();
  const { plan } = useDesk();
  const words = usePlanWords();
  const { at, times } = incident.assessment;
  const word = triggerWord(rule, times.clockStartAssumedFrom !== 'occurred');
  const { data: file } = useDeskQuery(
    row.demandId === null ? null : { type: 'getIncident', incidentId: incident.incidentId },
  );
  const demand = file?.demands.find(({ demandId }) => demandId === row.demandId);
  const person = demand && [words.unit(demand.from), demand.person].filter(Boolean).join(' ');
  const due = row.dueAt;
  const length = rule?.due.kind === 'within' ? withinText(rule.due.minutes, t) : null;
  return (
    <p className={styles.times}>
      <span>
        {t(`board.since.${word}`)} <strong>{format.near(row.trigger, at)}</strong>
        {person && t('board.by', { person })}
      </span>
      {due === null ? (
        <span>
          {t(row.state === 'open' ? 'board.noLimit' : 'board.immediateNoLimit', {
            n: plan.attentionMinutes.join(t('why.join')),
          })}
        </span>
      ) : (
        <span>
          {t('board.until')} <strong>{dueText(due, at, format)}</strong>
          {length}
        </span>
      )}
    </p>
  );
}

function dueText(due: number, at: number, format: ReturnType<typeof useFormat>): string {
  const day = format.dayHint(due, at);
  return format.day(due) === format.day(at) ? format.timeExact(due) : `${day} ${format.timeExact(due)}`;
}
