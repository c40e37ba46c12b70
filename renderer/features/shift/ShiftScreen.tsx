/** 值班日志: the entries of one shift as a paper, the one that lasts or an earlier one. */
import { useMemo, useState } from 'react';
import { readNow, useNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { OfficialPaper } from '#renderer/app/paper/OfficialPaper.tsx';
import { PaperActions } from '#renderer/app/paper/PaperActions.tsx';
import { useHead } from '#renderer/app/paper/useHead.ts';
import { useZhEntryWords } from '#renderer/app/paper/useZhEntryWords.ts';
import { DutyNav } from '#renderer/app/shell/DutyNav.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { LogRow } from '#shared/contract/rows.ts';
import { type ShiftPeriod, shiftLog, shiftPeriods } from '#shared/domain/papers/shiftLog.ts';
import styles from './Shift.module.css';
import { useShiftRows } from './useShiftRows.ts';

export function ShiftScreen() {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const { desk } = useDesk();
  const periods = shiftPeriods(desk);
  const [chosen, choose] = useState<string | null>(null);
  const idOf = ({ from }: ShiftPeriod): string => String(from);
  const period = periods.find((each) => idOf(each) === chosen) ?? periods[0];
  const nameOf = (id: string) => desk.officers.find(({ officerId }) => officerId === id)?.name ?? id;
  return (
    <>
      <DutyNav />
      {period === undefined ? (
        <EmptyState title={t('shift.none')} />
      ) : (
        <div className={styles.page}>
          <div className={styles.bar}>
            <Select
              label={t('shift.which')}
              choices={periods.map((each) => ({
                id: idOf(each),
                label: t(each.to === null ? 'shift.now' : 'shift.past', {
                  from: format.near(each.from, now),
                  to: each.to === null ? '' : format.near(each.to, now),
                  name: nameOf(each.officerId),
                }),
              }))}
              value={idOf(period)}
              onChange={choose}
            />
          </div>
          <Shift key={idOf(period)} period={period} />
        </div>
      )}
    </>
  );
}

function Shift({ period }: { period: ShiftPeriod }) {
  const t = useT();
  const { rows, failed, reload } = useShiftRows(period);
  if (failed) {
    return (
      <EmptyState
        title={t('shift.failed')}
        actions={
          <button type="button" className={styles.retry} onClick={reload}>
            {t('app.retry')}
          </button>
        }
      />
    );
  }
  if (rows === null) return <p className={styles.reading}>{t('app.reading')}</p>;
  return <ShiftPaper period={period} rows={rows} />;
}

function ShiftPaper({ period, rows }: { period: ShiftPeriod; rows: readonly LogRow[] }) {
  const { desk, plan } = useDesk();
  const head = useHead();
  const words = useZhEntryWords();
  const { data: incidents } = useDeskQuery({ type: 'listIncidents', status: 'all', limit: 500 });
  const isDrill = desk.kind !== 'live';
  const paper = useMemo(() => {
    const titles = Object.fromEntries((incidents ?? []).map(({ incidentId, title }) => [incidentId, title]));
    const context = { plan, papers: desk.papers, head, isDrill, at: period.to ?? readNow() };
    return shiftLog(context, { period, rows, officers: desk.officers, titles, words });
  }, [plan, desk.papers, desk.officers, head, isDrill, period, rows, incidents, words]);
  return (
    <>
      <div className={styles.actions}>
        <PaperActions document={paper} />
      </div>
      <OfficialPaper document={paper} />
    </>
  );
}
