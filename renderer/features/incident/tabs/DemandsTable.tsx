/** What superiors asked to have verified, and whether each was answered in time. */

import { readNow } from '#renderer/app/clock/clock.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useClockWords } from '#renderer/app/clock/useClockWords.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeOfUnit } from '#renderer/app/directory/callee.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { StateShape, stateClass } from '#renderer/ui/StateBadge.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import { HiddenText } from '#renderer/ui/VisuallyHidden.tsx';
import { isUnmet } from '#shared/domain/questions.ts';
import type { DemandRow, IncidentFile } from '#shared/domain/rows.ts';
import { useActs } from '../acts/useActs.ts';
import styles from './ReportsTab.module.css';
import { StrikeButton } from './StrikeButton.tsx';

export function DemandsTable({ file }: { file: IncidentFile }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const clock = useClockWords();
  const acts = useActs();
  const { plan } = useDesk();
  if (file.demands.length === 0) return <p className={styles.quiet}>{t('incident.demands.none')}</p>;
  const clockOf = ({ demandId }: DemandRow) =>
    file.assessment.obligations.find((row) => row.demandId === demandId && row.state !== 'superseded');
  const columns: Column<DemandRow>[] = [
    { id: 'at', header: t('incident.demand.at'), cell: ({ at }) => format.timed(at, readNow()) },
    {
      id: 'from',
      header: t('incident.demand.from'),
      cell: ({ from, person }) => [words.unit(from), person].filter(Boolean).join(' '),
    },
    {
      id: 'what',
      header: t('incident.demand.what'),
      grow: true,
      cell: ({ what, struck }) => (struck ? <del>{what}</del> : what),
    },
    {
      id: 'state',
      header: t('incident.state'),
      cell: (demand) => {
        const row = clockOf(demand);
        if (row === undefined) return <span className={styles.quiet}>{t('incident.demands.noClock')}</span>;
        return (
          <span className={classes(styles.state, stateClass(row))}>
            <StateShape state={row.state} className={styles.shape ?? ''} /> {clock.word(row)}{' '}
            {isUnmet(row) ? <Ticking text={(now) => clock.time(row, now)} /> : clock.time(row, 0)}
          </span>
        );
      },
    },
    {
      id: 'acts',
      header: <HiddenText>{t('incident.acts')}</HiddenText>,
      cell: (demand) => {
        const row = clockOf(demand);
        return (
          <span className={styles.acts}>
            <CallButton
              callee={calleeOfUnit(plan, { id: demand.from, name: words.unit(demand.from) })}
              incidentId={file.incidentId}
            />
            {row !== undefined && isUnmet(row) && acts.may('report') && (
              <Button onPress={() => acts.open({ kind: 'report', row })}>{t('incident.act.answer')}</Button>
            )}
            <StrikeButton file={file} entryId={demand.entryId} />
          </span>
        );
      },
    },
  ];
  return (
    <Table
      caption={t('incident.demands')}
      columns={columns}
      rows={file.demands.toSorted((a, b) => b.at.at - a.at.at)}
      rowKey={({ demandId }) => demandId}
    />
  );
}
