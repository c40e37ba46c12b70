/** 文书: every paper of the incident in one table; each opened where it is previewed and printed, or kept as Word from here. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useDraft } from '#renderer/app/desk/useDraft.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useKeepPaper } from '#renderer/app/paper/useKeepPaper.ts';
import { usePaperFacts } from '#renderer/app/paper/usePaperFacts.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { RowButton } from '#renderer/ui/RowButton.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import { HiddenText } from '#renderer/ui/VisuallyHidden.tsx';
import type { IncidentFile, ResponseFile } from '#shared/contract/rows.ts';
import type { OfficialDocument } from '#shared/documents/document.ts';
import { type ListedDocument, listDocuments } from '#shared/domain/papers/documentList.ts';
import { makePaper } from '#shared/domain/papers/papers.ts';
import styles from './DocumentsTab.module.css';

export function DocumentsTab({ file }: { file: IncidentFile }) {
  const response = useDeskQuery({ type: 'getResponse', incidentId: file.incidentId });
  return <Loaded query={response}>{(found) => <Documents file={file} response={found} />}</Loaded>;
}

function Documents({ file, response }: { file: IncidentFile; response: ResponseFile }) {
  const t = useT();
  const words = usePlanWords();
  const hrefOf = useHref();
  const { plan } = useDesk();
  const { context, facts } = usePaperFacts(file, response);
  const { incidentId } = file;
  const rows = listDocuments(plan, facts);
  const nameOf = ({ kind, reportKind }: ListedDocument): string =>
    reportKind === null ? t(`papers.kind.${kind}`) : words.kind(reportKind);
  const hrefTo = ({ id }: ListedDocument): string =>
    hrefOf({ screen: 'report', incidentId, form: 'papers', paper: id });
  const columns: Column<ListedDocument>[] = [
    {
      id: 'what',
      header: t('documents.what'),
      grow: true,
      cell: (row) => (
        <>
          <a href={hrefTo(row)}>{nameOf(row)}</a>
          {row.about !== '' && <span className={styles.quiet}> {row.about}</span>}
        </>
      ),
    },
    { id: 'number', header: t('documents.number'), cell: ({ number }) => number ?? '' },
    { id: 'version', header: t('documents.version'), align: 'end', cell: ({ version }) => version ?? '' },
    {
      id: 'state',
      header: t('documents.state'),
      cell: ({ state, isToBeSigned }) => (
        <>
          <span className={styles[state]}>{t(`documents.state.${state}`)}</span>
          {isToBeSigned && <span className={styles.draft}> {t('documents.toBeSigned')}</span>}
        </>
      ),
    },
    {
      id: 'head',
      header: t('documents.head'),
      cell: ({ head }) =>
        head === null ? (
          <span className={styles.quiet}>{t('documents.headNow')}</span>
        ) : (
          t('documents.headOf', { n: head.position, hash: head.hash.slice(0, SHOWN_HASH) })
        ),
    },
    {
      id: 'keep',
      header: <HiddenText>{t('documents.keep')}</HiddenText>,
      cell: (row) => (
        <KeepWord name={`${nameOf(row)} ${row.about}`.trim()} make={() => makePaper(context, facts, row.id)} />
      ),
    },
  ];
  return (
    <div className={styles.column}>
      <ReportDrafts file={file} />
      <Panel title={t('documents.title', { n: rows.length })}>
        {file.documents.length === 0 && <p className={styles.quiet}>{t('documents.noneSigned')}</p>}
        <Table
          caption={t('documents.title', { n: rows.length })}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
        />
        <p className={styles.quiet}>{t('documents.hint')}</p>
      </Panel>
    </div>
  );
}

const SHOWN_HASH = 8;
const ROLES = ['initial', 'followUp', 'final'] as const;

/** Reports somebody began to write. */
function ReportDrafts({ file: { incidentId } }: { file: IncidentFile }) {
  const t = useT();
  return (
    <ul className={styles.drafts} aria-label={t('documents.drafts')}>
      {ROLES.map((role) => (
        <ReportDraft key={role} incidentId={incidentId} role={role} />
      ))}
    </ul>
  );
}

function ReportDraft({ incidentId, role }: { incidentId: string; role: (typeof ROLES)[number] }) {
  const t = useT();
  const hrefOf = useHref();
  const { exists } = useDraft<object>(`report/draft/${role}/${incidentId}`, {});
  if (!exists) return null;
  return (
    <li>
      <a href={hrefOf({ screen: 'report', incidentId, form: role })}>{t(`reports.draft.${role}`)}</a>{' '}
      <span className={styles.draft}>{t('documents.state.draft')}</span>
    </li>
  );
}

function KeepWord({ name, make }: { name: string; make: () => OfficialDocument | null }) {
  const t = useT();
  const { keeping, isBusy, docx } = useKeepPaper(() => {
    const paper = make();
    if (paper === null) throw new Error('this paper is not there any more');
    return paper;
  });
  return (
    <>
      <RowButton aria-label={t('documents.wordOf', { name })} isDisabled={isBusy} onPress={() => void docx()}>
        {t('documents.word')}
      </RowButton>
      {keeping.kind === 'docx' && <output> {Math.floor(keeping.fraction * 100)}%</output>}
      {keeping.kind === 'failed' && (
        <span role="alert" className={styles.failure}>
          {keeping.reason}
        </span>
      )}
    </>
  );
}
