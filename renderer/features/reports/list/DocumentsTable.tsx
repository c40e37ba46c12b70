import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import type { Route } from '#renderer/app/routes/route.ts';
import { Table } from '#renderer/ui/Table.tsx';
import type { DocumentRow, IncidentFile, PaperDispatch } from '#shared/contract/rows.ts';
import { isOwnKind } from '#shared/domain/incident/events.ts';
import { paperIdOf } from '#shared/domain/papers/papers.ts';
import styles from './Reports.module.css';

/** More units than that are counted, not named. */
const FEW = 3;

/** Signed papers, newest first, each with when it was sent. */
export function DocumentsTable({ file }: { file: IncidentFile }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { plan } = useDesk();
  const hrefOf = useHref();
  const { at } = file.assessment;
  if (file.documents.length === 0) return <p className={styles.quiet}>{t('reports.noDocuments')}</p>;
  const sentOf = (document: DocumentRow) =>
    file.reports.filter((report) => report.documentId === document.documentId && !report.struck);
  const namesOf = ({ recipients }: PaperDispatch): string =>
    recipients.length > FEW
      ? t('reports.unitCount', { n: recipients.length })
      : recipients.map(({ name }) => name).join('、');
  const routeOf = (document: DocumentRow): Route => {
    const { incidentId } = file;
    const paper = paperIdOf(file, document);
    if (paper !== null) return { screen: 'report', incidentId, form: 'papers', paper };
    const { kind } = document;
    const { followUp, final } = plan.reportRoles;
    const form = kind === followUp ? 'followUp' : kind === final ? 'final' : 'initial';
    return { screen: 'report', incidentId, form };
  };
  return (
    <Table<DocumentRow>
      caption={t('reports.listDocuments', { n: file.documents.length })}
      rows={file.documents.toReversed()}
      rowKey={(document) => document.documentId}
      columns={[
        { id: 'signed', header: t('reports.signedAt'), cell: (document) => format.instant(document.recordedAt, at) },
        {
          id: 'kind',
          header: t('reports.kind'),
          cell: ({ kind }) => (isOwnKind(kind) ? t(`papers.kind.${kind}`) : words.kind(kind)),
        },
        {
          id: 'title',
          header: t('reports.title'),
          grow: true,
          cell: (document) => <a href={hrefOf(routeOf(document))}>{document.content.title}</a>,
        },
        { id: 'number', header: t('reports.number'), cell: (document) => document.issue?.number ?? '' },
        { id: 'by', header: t('reports.signedOffBy'), cell: (document) => document.signedOffBy },
        {
          id: 'sent',
          header: t('reports.sent'),
          cell: (document) =>
            sentOf(document)
              .map((report) => `${format.timed(report.sent, at)} → ${words.units(report.recipients)}`)
              .concat(document.dispatches.map((sent) => `${format.timed(sent.at, at)} → ${namesOf(sent)}`))
              .join('；') || t('reports.notSent'),
        },
      ]}
    />
  );
}
