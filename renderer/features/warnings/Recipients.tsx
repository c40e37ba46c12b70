/** 分发与签收: who was sent what when, who said that it is there; the unacknowledged first [plan 3.4.2]. */
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import type { RecipientRow, WarningFile } from '#shared/contract/rows.ts';
import { owedFirst, recipientKey } from './recipients.ts';
import styles from './Warnings.module.css';

export function Recipients({ file }: { file: WarningFile }) {
  const t = useT();
  const columns = useColumns(file);
  if (file.recipientRows.length === 0) return null;
  return (
    <Panel
      title={t('warnings.distribution')}
      aside={t('warnings.unacknowledged', { n: file.unacknowledged, of: file.recipients })}
    >
      <Table
        caption={t('warnings.distribution')}
        columns={columns}
        rows={owedFirst(file.recipientRows)}
        rowKey={recipientKey}
      />
    </Panel>
  );
}

function useColumns(file: WarningFile): Column<RecipientRow>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      id: 'name',
      header: t('warnings.recipient'),
      grow: true,
      cell: ({ name, phone }) => (
        <>
          {name} {phone !== null && <span className={styles.quiet}>{phone}</span>}
        </>
      ),
    },
    {
      id: 'sent',
      header: t('warnings.sent'),
      cell: ({ sent }) =>
        sent === null ? (
          <span className={styles.owed}>{t('warnings.notSent')}</span>
        ) : (
          `${format.near(sent.at.at, file.at)} ${t(`entries.sent.${sent.means}`)} ${t('warnings.version', { n: sent.version })}`
        ),
    },
    {
      id: 'acknowledged',
      header: t('warnings.acknowledged'),
      cell: ({ acknowledged }) =>
        acknowledged === null ? (
          <strong className={styles.owed}>{t('warnings.notAcknowledged')}</strong>
        ) : (
          `${acknowledged.person} ${format.near(acknowledged.at.at, file.at)}`
        ),
    },
  ];
}
