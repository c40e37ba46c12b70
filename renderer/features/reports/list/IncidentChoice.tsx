/** One incident with what is owed first and the ways to report about it. */
import { clockTone } from '#renderer/app/clock/obligationClock.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useClockWords } from '#renderer/app/clock/useClockWords.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { IncidentRow } from '#shared/contract/rows.ts';
import { rankObligations, urgencyOf } from '#shared/domain/board.ts';
import styles from './Reports.module.css';

export function IncidentChoice({ incident }: { incident: IncidentRow }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const clock = useClockWords();
  const { incidentId, title, closedAt, assessment, reports } = incident;
  const [first] = rankObligations(assessment.obligations);
  const isOwed = first !== undefined && urgencyOf(first) !== 'done';
  const sent = reports.filter(({ struck }) => !struck).length;
  return (
    <li className={styles.choice}>
      <div>
        <p className={styles.name}>{title}</p>
        <p className={styles.quiet}>
          {closedAt === null
            ? t('reports.countSent', { n: sent })
            : t('reports.closedAt', { time: format.instant(closedAt, assessment.at), n: sent })}
        </p>
        {isOwed && (
          <p className={styles.first} data-tone={clockTone(first)}>
            {words.rule(first.rule)}
            {first.to !== null && ` → ${words.unit(first.to)}`}{' '}
            <Ticking className={styles.clock} text={(now) => clock.text(first, now)} />
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <Button
          variant={closedAt === null ? 'primary' : 'plain'}
          onPress={() => navigate({ screen: 'report', incidentId, form: 'phone' })}
        >
          {t('board.call')}
        </Button>
        <Button onPress={() => navigate({ screen: 'report', incidentId, form: 'initial' })}>
          {t('reports.initial')}
        </Button>
        <Button onPress={() => navigate({ screen: 'report', incidentId, form: 'list' })}>{t('reports.list')}</Button>
      </div>
    </li>
  );
}
