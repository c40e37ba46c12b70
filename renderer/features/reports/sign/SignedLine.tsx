/** Who signed a paper, when and how; a sign-off by phone is signed for here. */
import { useAct } from '#renderer/app/act/useAct.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { DocumentRow, SignatureRow } from '#shared/contract/rows.ts';
import styles from './Sign.module.css';

type Props = { incidentId: string; document: DocumentRow; signature: SignatureRow | null; at: number };

export function SignedLine({ incidentId, document, signature, at }: Props) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <p>
        <strong>{t('reports.signedBy', { name: document.signedOffBy })}</strong>{' '}
        <span className={styles.note}>
          {format.instant(document.issue?.at.at ?? document.recordedAt, at)} ·{' '}
          {t('reports.recordedBy', { name: document.actor.name })}
        </span>
      </p>
      {signature !== null && <Signature incidentId={incidentId} signature={signature} at={at} />}
    </>
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
