/** 补签: decisions given by phone, open until their signature is recorded. */
import { useSignatureWords } from '#renderer/app/act/useSignatureWords.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeNamed, calleeOfPost } from '#renderer/app/directory/callee.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ResponseFile, SignatureRow } from '#shared/contract/rows.ts';
import type { Ask } from './asked.ts';
import styles from './Records.module.css';

export function Signatures({ file, ask }: { file: ResponseFile; ask: Ask }) {
  const t = useT();
  const open = file.signatures.filter(({ signed }) => signed === null);
  if (open.length === 0) return null;
  return (
    <section className={styles.band} aria-label={t('response.signatures', { n: open.length })}>
      <h3 className={styles.title}>{t('response.signatures', { n: open.length })}</h3>
      <ul className={styles.grow}>
        {open.map((signature) => (
          <Open
            key={`${signature.of} ${signature.part}`}
            signature={signature}
            incidentId={file.incidentId}
            ask={ask}
          />
        ))}
      </ul>
    </section>
  );
}

type OpenProps = { signature: SignatureRow; incidentId: string; ask: Ask };

function Open({ signature, incidentId, ask }: OpenProps) {
  const t = useT();
  const format = useFormat();
  const what = useSignatureWords();
  const { post, name } = signature;
  return (
    <li className={styles.row}>
      <span className={styles.time}>{format.time(signature.decidedAt)}</span>
      <span className={styles.grow}>
        <strong>{what(signature)}</strong>{' '}
        <Ticking
          className={styles.quiet}
          text={(now) => t('response.unsignedFor', { time: format.span(signature.decidedAt, now) })}
        />
      </span>
      <CallButton callee={post === null ? calleeNamed(name) : calleeOfPost(post, name)} incidentId={incidentId} />
      {ask !== null && <Button onPress={() => ask({ kind: 'sign', signature })}>{t('response.sign')}</Button>}
    </li>
  );
}
