import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Table } from '#renderer/ui/Table.tsx';
import type { IncidentFile, ReportRow } from '#shared/contract/rows.ts';
import { MetClocks } from '../MetClocks.tsx';
import { clocksMetBy } from '../metClocks.ts';
import styles from './Reports.module.css';

/** Newest first; struck ones stay, struck through. */
export function ReportsTable({ file }: { file: IncidentFile }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { at } = file.assessment;
  if (file.reports.length === 0) return <p className={styles.quiet}>{t('reports.none')}</p>;
  return (
    <Table<ReportRow>
      caption={t('reports.listReports', { n: file.reports.length })}
      rows={file.reports.toSorted((a, b) => b.sent.at - a.sent.at)}
      rowKey={(report) => report.entryId + report.reportId}
      rowClass={(report) => (report.struck ? styles.struck : undefined)}
      columns={[
        { id: 'sent', header: t('reports.sentAt'), cell: (report) => format.timed(report.sent, at) },
        {
          id: 'kind',
          header: t('reports.kind'),
          cell: (report) => `${words.kind(report.kind)} ${t(`ui.form.${report.form}`)}`,
        },
        {
          id: 'to',
          header: t('reports.fromTo'),
          cell: (report) => `${words.unit(report.unit)} → ${words.units(report.recipients)}`,
        },
        {
          id: 'people',
          header: t('reports.people'),
          cell: (report) =>
            [
              report.receiver && t('entries.receiver', { name: report.receiver }),
              report.signedOffBy && t('entries.signedOff', { name: report.signedOffBy }),
              report.readBack && t('entries.readBack'),
            ]
              .filter(Boolean)
              .join(' · '),
        },
        {
          id: 'met',
          header: t('reports.met'),
          grow: true,
          cell: (report) => (report.struck ? t('reports.struck') : <MetClocks clocks={clocksMetBy(file, report)} />),
        },
      ]}
    />
  );
}
