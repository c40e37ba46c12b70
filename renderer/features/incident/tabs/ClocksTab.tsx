/** 时限: every obligation of the incident in every state, most urgent first, each with its reasons. */

import { readNow } from '#renderer/app/clock/clock.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useClockWords } from '#renderer/app/clock/useClockWords.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { StateShape, stateClass } from '#renderer/ui/StateBadge.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import { HiddenText } from '#renderer/ui/VisuallyHidden.tsx';
import { rankObligations, urgencyOf } from '#shared/domain/board.ts';
import { isUnmet } from '#shared/domain/questions.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import { useActs } from '../acts/useActs.ts';
import styles from './ClocksTab.module.css';

export function ClocksTab({ file }: { file: IncidentFile }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const clock = useClockWords();
  const rows = rankObligations(file.assessment.obligations);
  const columns: Column<Obligation>[] = [
    {
      id: 'state',
      header: t('incident.state'),
      cell: (row) => (
        <span className={classes(styles.state, stateClass(row))}>
          <StateShape state={row.state} />
          <span>{clock.word(row)}</span>
          {isUnmet(row) ? (
            <Ticking className={styles.digits} text={(now) => clock.time(row, now)} />
          ) : (
            clock.time(row, 0)
          )}
        </span>
      ),
    },
    {
      id: 'what',
      header: t('incident.what'),
      grow: true,
      cell: (row) => (
        <>
          <b>{words.rule(row.rule)}</b>
          {row.to !== null && ` → ${words.unit(row.to)}`}
          {row.form !== null && <span className={styles.quiet}> {t(`ui.form.${row.form}`)}</span>}
          {row.supervised && (
            <span className={styles.chip}>{t('incident.supervised', { unit: words.unit(row.owedBy) })}</span>
          )}
          {row.optional && <span className={styles.chip}>{t('incident.optional')}</span>}
          {row.flags.map((flag) => (
            <span key={flag} className={styles.chip}>
              {t(`ui.flag.${flag}`)}
            </span>
          ))}
        </>
      ),
    },
    { id: 'from', header: t('incident.from'), cell: ({ trigger }) => format.instant(trigger, readNow()) },
    {
      id: 'due',
      header: t('incident.due'),
      cell: ({ dueAt }) => (dueAt === null ? t('incident.noNumber') : <b>{format.instant(dueAt, readNow())}</b>),
    },
    {
      id: 'met',
      header: t('incident.metAt'),
      cell: ({ fulfilledAt }) => (fulfilledAt === null ? '' : format.instant(fulfilledAt, readNow())),
    },
    {
      id: 'clause',
      header: t('incident.clause'),
      cell: ({ clause }) => <span className={styles.quiet}>{clause}</span>,
    },
    { id: 'acts', header: <HiddenText>{t('incident.acts')}</HiddenText>, cell: (row) => <ClockActs row={row} /> },
  ];
  return (
    <div className={styles.panel}>
      <Table
        caption={t('incident.tab.clocks')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        rowClass={(row) => classes(urgencyOf(row) === 'done' && styles.done)}
      />
    </div>
  );
}

function ClockActs({ row }: { row: Obligation }) {
  const t = useT();
  const words = usePlanWords();
  const acts = useActs();
  const name = row.to === null ? words.rule(row.rule) : `${words.rule(row.rule)} → ${words.unit(row.to)}`;
  const named = (what: string) => ({ 'aria-label': `${what} ${name}` });
  const unmet = isUnmet(row);
  return (
    <span className={styles.acts}>
      {unmet && row.to !== null && acts.may('report') && (
        <Button
          {...named(t(row.supervised ? 'incident.act.arrived' : 'incident.act.report'))}
          onPress={() => acts.open({ kind: 'report', row })}
        >
          {t(row.supervised ? 'incident.act.arrived' : 'incident.act.report')}
        </Button>
      )}
      {unmet && row.to === null && acts.may('grade') && (
        <Button onPress={() => acts.open({ kind: 'grade' })}>{t('incident.act.grade')}</Button>
      )}
      {unmet && row.optional && acts.may('waive') && (
        <Button {...named(t('incident.act.waive'))} onPress={() => acts.open({ kind: 'waive', rule: row.rule })}>
          {t('incident.act.waive')}
        </Button>
      )}
      <Button variant="quiet" {...named(t('incident.why'))} onPress={() => acts.open({ kind: 'whyClock', row })}>
        {t('incident.why')}
      </Button>
    </span>
  );
}
