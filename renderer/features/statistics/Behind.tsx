/** The obligations behind a bar or a part of it, each with its 为什么; from there back to the list. */
import { useState } from 'react';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { ObligationWhyDialog } from '#renderer/app/why/ObligationWhy.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { RowButton } from '#renderer/ui/RowButton.tsx';
import { StateBadge } from '#renderer/ui/StateBadge.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import type { CountedRow, CountedRows } from '#shared/contract/rows.ts';
import type { Asked } from '#shared/domain/statistics/asked.ts';
import { causeOf, isLate, outcomeOf } from '#shared/domain/statistics/outcome.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import { narrowed } from './narrowed.ts';
import styles from './Statistics.module.css';
import type { Shown } from './shown.ts';

type BehindProps = { asked: Asked; shown: Shown; onClose: () => void };

export function Behind({ asked, shown: { name, part, outcome }, onClose }: BehindProps) {
  const t = useT();
  const [why, setWhy] = useState<CountedRow | null>(null);
  const query = useDeskQuery({
    type: 'listObligations',
    ...narrowed(asked, part),
    ...(outcome !== null && { outcome }),
  });
  if (why !== null) {
    const asked = { incident: { incidentId: why.incidentId }, row: why.obligation };
    const back = <Button onPress={() => setWhy(null)}>{t('statistics.back')}</Button>;
    return <ObligationWhyDialog asked={asked} onClose={onClose} actions={back} />;
  }
  const word = outcome === null ? t('statistics.word.all') : t(`statistics.outcome.${outcome}`);
  return (
    <Dialog title={t('statistics.behind', { name, word })} isOpen onClose={onClose} size="l">
      <Loaded query={query}>{(found) => <List found={found} onWhy={setWhy} />}</Loaded>
    </Dialog>
  );
}

function List({ found, onWhy }: { found: CountedRows; onWhy: (row: CountedRow) => void }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { total, rows, at } = found;
  const nameOf = ({ rule, to }: Obligation): string =>
    `${rule} ${words.rule(rule)}${to === null ? '' : ` → ${words.unit(to)}`}`;
  const instant = (value: number | null): string => (value === null ? '' : format.instant(value, at));
  const columns: Column<CountedRow>[] = [
    {
      id: 'name',
      header: t('statistics.obligation'),
      grow: true,
      cell: ({ title, obligation }) => (
        <>
          {nameOf(obligation)} <span className={styles.quiet}>{title}</span>
        </>
      ),
    },
    {
      id: 'due',
      header: t('statistics.due'),
      cell: ({ obligation: { dueAt, attentionAt } }) =>
        dueAt === null && attentionAt.length > 0 ? t('statistics.atOnce') : instant(dueAt),
    },
    { id: 'sent', header: t('statistics.sent'), cell: ({ obligation }) => instant(obligation.fulfilledAt) },
    { id: 'result', header: t('statistics.result'), cell: ({ obligation }) => <Result row={obligation} /> },
    {
      id: 'why',
      header: '',
      cell: (row) => (
        <RowButton aria-label={t('statistics.whyOf', { name: nameOf(row.obligation) })} onPress={() => onWhy(row)}>
          {t('statistics.why')}
        </RowButton>
      ),
    },
  ];
  return (
    <>
      <p className={styles.quiet}>
        {total > rows.length
          ? t('statistics.behindSome', { total, n: rows.length })
          : t('statistics.behindAll', { total })}
      </p>
      <Table
        caption={t('statistics.obligation')}
        columns={columns}
        rows={rows}
        rowKey={({ obligation }) => obligation.key}
      />
    </>
  );
}

function Result({ row }: { row: Obligation }) {
  const t = useT();
  const { duration } = useFormat();
  const { state, lateBySeconds, elapsedSeconds } = row;
  return (
    <>
      <StateBadge row={row} label={t(`statistics.outcome.${outcomeOf(state)}`)} />
      {lateBySeconds !== null && lateBySeconds > 0 && (
        <span> {t('statistics.late', { time: duration(lateBySeconds) })}</span>
      )}
      {state === 'fulfilled' && elapsedSeconds !== null && (
        <span className={styles.quiet}> {t('statistics.took', { time: duration(elapsedSeconds) })}</span>
      )}
      {isLate(row) && <span className={styles.line}>{t(`statistics.cause.${causeOf(row)}`)}</span>}
    </>
  );
}
