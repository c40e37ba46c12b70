/** 分发与签收: who was sent what when, who said that it is there; the unacknowledged first [plan 3.4.2]. */
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeNamed } from '#renderer/app/directory/callee.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { RowButton } from '#renderer/ui/RowButton.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import type { RecipientRow, WarningFile } from '#shared/contract/rows.ts';
import type { Ask } from './asked.ts';
import { owedFirst, recipientKey } from './recipients.ts';
import styles from './Warnings.module.css';

export function Recipients({ file, ask }: { file: WarningFile; ask: Ask }) {
  const t = useT();
  const columns = useColumns(file, ask);
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

function useColumns(file: WarningFile, ask: Ask): Column<RecipientRow>[] {
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
    ...(ask === null || file.stage !== 'issued'
      ? []
      : [{ id: 'acts', header: '', cell: (row: RecipientRow) => <RecipientActs row={row} ask={ask} /> }]),
  ];
}

/** Rung up by the number that stands there or what 通讯录 has under the name; acknowledged once. */
function RecipientActs({ row, ask }: { row: RecipientRow; ask: NonNullable<Ask> }) {
  const t = useT();
  const { name, phone, acknowledged } = row;
  if (acknowledged !== null) return null;
  return (
    <span className={styles.rowActs}>
      <CallButton callee={{ ...calleeNamed(name), numbers: phone === null ? [] : [phone] }} incidentId={null} />
      <RowButton
        aria-label={`${t('warnings.acknowledge')}：${name}`}
        onPress={() => ask({ kind: 'acknowledge', recipient: row })}
      >
        {t('warnings.acknowledge')}
      </RowButton>
    </span>
  );
}
