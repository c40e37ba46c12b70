/** A signed version: it cannot be changed any more; it is kept, sent, its receipt rung up, and signed for where it was by phone. */
import { useState } from 'react';
import { useAct } from '#renderer/app/act/useAct.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { PaperActions } from '#renderer/app/paper/PaperActions.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { IncidentFile, SignatureRow } from '#shared/contract/rows.ts';
import type { OfficialDocument } from '#shared/documents/document.ts';
import type { Version } from './reportDraft.ts';
import { SendForm } from './SendForm.tsx';
import { SentReport } from './SentReport.tsx';
import styles from './Workshop.module.css';

type Props = {
  file: IncidentFile;
  version: Version;
  name: string;
  paper: OfficialDocument;
  signature: SignatureRow | null;
  /** Drafts a new version of this one. */
  onRevise: () => void;
  /** Drafts the next 续报; null for other kinds. */
  next: { label: string; onDraft: () => void } | null;
};

export function SignedPanel({ file, version: { document, sent }, name, paper, signature, onRevise, next }: Props) {
  const t = useT();
  const format = useFormat();
  const { readOnly } = useDesk();
  const { at } = file.assessment;
  const [again, setAgain] = useState(false);
  return (
    <section className={styles.editor} aria-label={name}>
      <div className={styles.fields}>
        <p>
          <strong>{t('reports.signedBy', { name: document.signedOffBy })}</strong>{' '}
          <span className={styles.note}>
            {format.instant(document.issue?.at.at ?? document.recordedAt, at)} ·{' '}
            {t('reports.recordedBy', { name: document.actor.name })}
          </span>
        </p>
        {signature !== null && <Signature incidentId={file.incidentId} signature={signature} at={at} />}
        <p className={styles.note}>{t('reports.immutable')}</p>
        {sent.map((report) => (
          <SentReport key={report.reportId} file={file} report={report} />
        ))}
        {!readOnly && (sent.length === 0 || again) && (
          <SendForm key={sent.length} file={file} document={document} onSent={() => setAgain(false)} />
        )}
      </div>
      <footer className={styles.foot}>
        <div className={styles.row}>
          <PaperActions document={paper} />
          {!readOnly && sent.length > 0 && !again && (
            <Button onPress={() => setAgain(true)}>{t('reports.sendAgain')}</Button>
          )}
          {!readOnly && next !== null && <Button onPress={next.onDraft}>{next.label}</Button>}
          {!readOnly && <Button onPress={onRevise}>{t('reports.newVersion')}</Button>}
        </div>
      </footer>
    </section>
  );
}

function Signature({ incidentId, signature, at }: { incidentId: string; signature: SignatureRow; at: number }) {
  const t = useT();
  const format = useFormat();
  const { readOnly } = useDesk();
  const { send, busy, failure } = useAct();
  const { of, part, signed } = signature;
  if (signed !== null) {
    return (
      <p className={styles.note}>{t('reports.signedFor', { name: signed.by, time: format.instant(signed.at, at) })}</p>
    );
  }
  return (
    <p className={styles.missing}>
      {t('reports.toBeSigned')}{' '}
      {!readOnly && (
        <Button
          isDisabled={busy}
          onPress={() => void send({ type: 'RecordSignature', incidentId, of, part }, t('response.sign'))}
        >
          {t('response.sign')}
        </Button>
      )}
      {failure && <span role="alert"> {failure}</span>}
    </p>
  );
}
