/** 签发: what is missing is listed before, never blocking; the name and the words are stored as they stand. */
import { useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useExecute, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { IncidentFile } from '#shared/contract/rows.ts';
import type { DocumentContent } from '#shared/domain/incident/events.ts';
import styles from './InitialReport.module.css';
import { inState } from './initialDraft.ts';

type Props = {
  file: IncidentFile;
  content: DocumentContent;
  name: string;
  onName: (name: string) => void;
  onSigned: (documentId: string) => void;
};

export function SignPanel({ file, content, name, onName, onSigned }: Props) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const execute = useExecute();
  const say = useFailureText();
  const [documentId] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const signing = useRef(false);
  const labelsOf = (state: 'missing' | 'beingVerified') =>
    inState(content, state)
      .map((element) =>
        label(
          plan.initialReportElements.find(({ id }) => id === element.id),
          element.label,
        ),
      )
      .join(t('why.join'));
  const missing = labelsOf('missing');
  const unknown = labelsOf('beingVerified');

  async function sign(): Promise<void> {
    const signedOffBy = name.trim();
    setError(signedOffBy === '' ? t('reports.signedOffNeeded') : null);
    if (signedOffBy === '' || signing.current) return;
    signing.current = true;
    const { incidentId } = file;
    const kind = plan.reportRoles.initial;
    const outcome = await execute({ type: 'SignDocument', incidentId, documentId, kind, content, signedOffBy });
    signing.current = false;
    setFailure(say(outcome));
    if (!outcome.ok) return;
    announce(t('reports.signed'));
    onSigned(documentId);
  }

  return (
    <div className={styles.sign}>
      {missing !== '' && (
        <p className={styles.missing}>
          <strong>{t('reports.missing')}</strong> {missing}
        </p>
      )}
      {unknown !== '' && (
        <p className={styles.note}>
          {t('reports.verifying')} {unknown}
        </p>
      )}
      <div className={styles.signRow}>
        <TextField
          label={t('reports.signedOffBy')}
          value={name}
          onChange={onName}
          onEnter={() => void sign()}
          isRequired
          error={error}
          className={styles.signName ?? ''}
        />
        <Button variant="primary" onPress={() => void sign()}>
          {t('reports.sign')}
        </Button>
      </div>
      {failure && (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
    </div>
  );
}
