/** F3 事件: all incidents, the most urgent first; open ones unless asked for the others. */
import { useState } from 'react';
import { readNow } from '#renderer/app/clock/clock.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useClockWords } from '#renderer/app/clock/useClockWords.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LevelBadge } from '#renderer/ui/LevelBadge.tsx';
import { StateShape, stateClass } from '#renderer/ui/StateBadge.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { rankObligations } from '#shared/domain/board.ts';
import { isUnmet } from '#shared/domain/questions.ts';
import type { IncidentRow } from '#shared/domain/rows.ts';
import styles from './IncidentsScreen.module.css';

const STATUSES = ['open', 'closed', 'all'] as const;
type Status = (typeof STATUSES)[number];

export function IncidentsScreen() {
  const t = useT();
  const [status, setStatus] = useState<Status>('open');
  const hrefOf = useHref();
  const query = useDeskQuery({ type: 'listIncidents', status });
  return (
    <div className={styles.screen}>
      <div className={styles.tools}>
        <ChoiceGroup
          label={t('incident.status')}
          labelHidden
          choices={STATUSES.map((id) => ({ id, label: t(`incident.status.${id}`) }))}
          value={status}
          onChange={(id) => setStatus(STATUSES.find((one) => one === id) ?? 'open')}
        />
        <a className={styles.statistics} href={hrefOf({ screen: 'statistics' })}>
          {t('app.statistics')}
        </a>
      </div>
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t(`incident.none.${status}`)}>{t('incident.noneHelp')}</EmptyState>
          ) : (
            <IncidentTable rows={rows} />
          )
        }
      </Loaded>
    </div>
  );
}

function IncidentTable({ rows }: { rows: readonly IncidentRow[] }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const hrefOf = useHref();
  const { plan } = useDesk();
  const columns: Column<IncidentRow>[] = [
    {
      id: 'title',
      header: t('incident.title'),
      grow: true,
      cell: ({ incidentId, title, closedAt, mergedInto }) => (
        <>
          <a className={styles.title} href={hrefOf({ screen: 'incident', incidentId })}>
            {title}
          </a>{' '}
          {mergedInto !== null && <span className={styles.quiet}>{t('incident.merged')}</span>}
          {mergedInto === null && closedAt !== null && (
            <span className={styles.quiet}>
              {t('incident.closedAt', { time: format.instant(closedAt, readNow()) })}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'occurred',
      header: t('incident.occurred'),
      cell: ({ assessment: { times } }) =>
        times.occurred === null ? t('ui.unknown') : format.timed(times.occurred, readNow()),
    },
    {
      id: 'grade',
      header: t('incident.grade'),
      cell: ({ assessment: { grade, clockGrade } }) => (
        <>
          {words.grade(grade)}
          {grade !== clockGrade && (
            <span className={styles.quiet}> {t('incident.timedAs', { grade: words.grade(clockGrade) })}</span>
          )}
        </>
      ),
    },
    {
      id: 'level',
      header: t('incident.level'),
      cell: ({ assessment: { level } }) => {
        const rank = plan.levels.findIndex(({ id }) => id === level);
        return <LevelBadge sign={plan.levels[rank]?.sign ?? null} rank={rank} of={plan.levels.length} />;
      },
    },
    { id: 'next', header: t('incident.nextClock'), cell: (row) => <NextClock row={row} /> },
    {
      id: 'last',
      header: t('incident.lastEntry'),
      cell: ({ lastEntryAt }) => <span className={styles.quiet}>{format.instant(lastEntryAt, readNow())}</span>,
    },
  ];
  return (
    <div className={styles.panel}>
      <Table caption={t('app.incidents')} columns={columns} rows={rows} rowKey={(row) => row.incidentId} />
    </div>
  );
}

/** The most urgent unmet clock, and how many more there are. */
function NextClock({ row }: { row: IncidentRow }) {
  const t = useT();
  const words = usePlanWords();
  const clock = useClockWords();
  const unmet = rankObligations(row.assessment.obligations.filter(isUnmet));
  const [first] = unmet;
  if (first === undefined) return <span className={styles.quiet}>{t('incident.allMet')}</span>;
  return (
    <span className={styles.next}>
      <span className={stateClass(first)}>
        <StateShape state={first.state} className={styles.shape ?? ''} />{' '}
        <Ticking text={(now) => clock.text(first, now)} />
      </span>{' '}
      {words.rule(first.rule)}
      {unmet.length > 1 && <span className={styles.quiet}> {t('incident.moreClocks', { n: unmet.length - 1 })}</span>}
    </span>
  );
}
