/** One page of the log. The newest page grows by itself; an older one stands still until one goes on or back. */
import { useState } from 'react';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { usePostLabel } from '#renderer/app/desk/usePostLabel.ts';
import { EntryWords } from '#renderer/app/entries/EntryWords.tsx';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import type { LogRow } from '#shared/domain/rows.ts';
import styles from './Log.module.css';

const PAGE = 100;

type LogPageProps = {
  incidentId: string | null;
  /** Pointed at, with half a page around it. */
  position: number | null;
  titles: ReadonlyMap<string, string>;
};

export function LogPage({ incidentId, position: pointedAt, titles }: LogPageProps) {
  const t = useT();
  const format = useFormat();
  const hrefOf = useHref();
  const postLabel = usePostLabel();
  const [before, setBefore] = useState<number | null>(pointedAt === null ? null : pointedAt + PAGE / 2);
  const query = useDeskQuery({
    type: 'listLog',
    limit: PAGE,
    ...(incidentId === null ? {} : { incidentId }),
    ...(before === null ? {} : { before }),
  });

  const columns: Column<LogRow>[] = [
    {
      id: 'at',
      header: t('log.recordedAt'),
      cell: ({ recordedAt }) => (
        <time dateTime={new Date(recordedAt).toISOString()}>
          <span className={styles.quiet}>{format.date(recordedAt)}</span> {format.timeExact(recordedAt)}
        </time>
      ),
    },
    { id: 'what', header: t('log.what'), grow: true, cell: (row) => <EntryWords row={row} /> },
    ...(incidentId === null
      ? [
          {
            id: 'incident',
            header: t('log.incident'),
            cell: ({ incidentId: id }: LogRow) =>
              id !== null && <a href={hrefOf({ screen: 'incident', incidentId: id })}>{titles.get(id) ?? id}</a>,
          },
        ]
      : []),
    {
      id: 'actor',
      header: t('log.actor'),
      cell: ({ actor }) => (
        <>
          {actor.name} <span className={styles.quiet}>{postLabel(actor.post)}</span>
        </>
      ),
    },
    {
      id: 'position',
      header: t('log.position'),
      align: 'end',
      cell: ({ position }) => <span className={styles.quiet}>{position}</span>,
    },
  ];
  return (
    <Loaded query={query}>
      {(rows) => (
        <>
          {rows.length === 0 ? (
            <p className={styles.quiet}>{t('log.empty')}</p>
          ) : (
            <Table
              caption={t('log.caption')}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.entryId}
              pointedAt={
                pointedAt === null ? null : (rows.find(({ position }) => position === pointedAt)?.entryId ?? null)
              }
              className={styles.table ?? ''}
            />
          )}
          <div className={styles.pages}>
            {before !== null && <Button onPress={() => setBefore(null)}>{t('log.newest')}</Button>}
            {rows.length === PAGE && (
              <Button onPress={() => setBefore(rows.at(-1)?.position ?? null)}>{t('log.older')}</Button>
            )}
          </div>
        </>
      )}
    </Loaded>
  );
}
