/** A signed version: it cannot be changed any more; it is kept, sent, its receipt rung up, and signed for where it was by phone. */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { KeyCount } from '#renderer/app/keyboard/useKeyCount.ts';
import { PaperActions } from '#renderer/app/paper/PaperActions.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import type { IncidentFile, SignatureRow } from '#shared/contract/rows.ts';
import type { OfficialDocument } from '#shared/documents/document.ts';
import frame from '../PaperPage.module.css';
import { SignedLine } from '../sign/SignedLine.tsx';
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
  keys: KeyCount;
  /** Drafts a new version of this one. */
  onRevise: () => void;
  /** Drafts the next 续报; null for other kinds. */
  next: { label: string; onDraft: () => void } | null;
};

export function SignedPanel({ file, version: { document, sent }, name, paper, ...props }: Props) {
  const { signature, keys, onRevise, next } = props;
  const t = useT();
  const { readOnly } = useDesk();
  const { at } = file.assessment;
  const [again, setAgain] = useState(false);
  return (
    <section className={classes(frame.screenOnly, styles.editor)} aria-label={name}>
      <div className={styles.fields}>
        <SignedLine incidentId={file.incidentId} document={document} signature={signature} at={at} />
        <p className={styles.note}>{t('reports.immutable')}</p>
        {sent.map((report) => (
          <SentReport key={report.reportId} file={file} report={report} />
        ))}
        {!readOnly && (sent.length === 0 || again) && (
          <SendForm key={sent.length} file={file} document={document} keys={keys} onSent={() => setAgain(false)} />
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
