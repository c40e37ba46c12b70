/**
 * 响应通知, 批示办理单 and 评估记录: signed off and numbered like a report; a signed one stays as it is, what changed since goes
 * into a new version.
 */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDraft } from '#renderer/app/desk/useDraft.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { DocumentRow, IncidentFile, ResponseFile } from '#shared/contract/rows.ts';
import type { OfficialDocument } from '#shared/documents/document.ts';
import { contentOf, type Signable, signingOf } from '#shared/domain/papers/papers.ts';
import { PaperDispatches } from './PaperDispatches.tsx';
import styles from './Sign.module.css';
import { SignedLine } from './SignedLine.tsx';
import { SignForm } from './SignForm.tsx';
import { NOT_SIGNED } from './signOff.ts';

const DRAFT = 'draft';

type Props = {
  file: IncidentFile;
  response: ResponseFile;
  signable: Signable;
  /** As the facts make it now. */
  draft: OfficialDocument;
  /** Signed versions, oldest first. */
  versions: readonly DocumentRow[];
  /** null: the draft. */
  shown: DocumentRow | null;
  onShow: (documentId: string | null) => void;
};

export function NoticePanel({ file, response, signable, draft, versions, shown, onShow }: Props) {
  const t = useT();
  const { readOnly } = useDesk();
  const { incidentId } = file;
  const choices = versions.map(({ documentId, issue }) => ({
    id: documentId,
    label: t('reports.version', { n: issue?.version ?? 1 }),
  }));
  return (
    <section className={styles.panel} aria-label={t('reports.sign')}>
      {versions.length > 0 && (
        <Select
          label={t('reports.versions')}
          choices={[...choices, { id: DRAFT, label: t('reports.newVersion') }]}
          value={shown?.documentId ?? DRAFT}
          onChange={(id) => onShow(id === DRAFT ? null : id)}
        />
      )}
      {shown !== null && (
        <>
          <SignedLine
            incidentId={incidentId}
            document={shown}
            signature={signingOf(response, shown).signature}
            at={file.assessment.at}
          />
          <PaperDispatches key={shown.documentId} incidentId={incidentId} document={shown} at={file.assessment.at} />
          <p className={styles.note}>{t('reports.immutable')}</p>
          {!readOnly && <Button onPress={() => onShow(null)}>{t('reports.newVersion')}</Button>}
        </>
      )}
      {shown === null && !readOnly && (
        <SignNotice incidentId={incidentId} signable={signable} draft={draft} onSigned={onShow} />
      )}
      {shown === null && readOnly && <p className={styles.note}>{t('app.readOnly')}</p>}
    </section>
  );
}

type SignProps = {
  incidentId: string;
  signable: Signable;
  draft: OfficialDocument;
  onSigned: (documentId: string) => void;
};

function SignNotice({ incidentId, signable, draft, onSigned }: SignProps) {
  const signOff = useDraft(`notice/sign/${signable.noticeOf ?? `${signable.kind}/${incidentId}`}`, NOT_SIGNED);
  const paper = { incidentId, ...signable, content: contentOf(signable.kind, draft) };
  return (
    <SignForm
      paper={paper}
      signOff={signOff.value}
      onSignOff={signOff.set}
      onSigned={(documentId) => {
        signOff.discard();
        onSigned(documentId);
      }}
    />
  );
}
