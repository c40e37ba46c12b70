/** Papers as they were signed: their words do not change afterwards. */
import { readNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { linesOf } from '#shared/documents/document.ts';
import { isOwnKind } from '#shared/domain/incident/events.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import styles from './ReportsTab.module.css';

export function SignedDocuments({ file }: { file: IncidentFile }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  if (file.documents.length === 0) return null;
  return (
    <Panel title={t('incident.documents')}>
      <ul>
        {file.documents.toReversed().map(({ documentId, kind, content, signedOffBy, recordedAt }) => (
          <li key={documentId}>
            <details className={styles.document}>
              <summary>
                <b>{isOwnKind(kind) ? t(`papers.kind.${kind}`) : words.kind(kind)}</b> {content.title}{' '}
                <span className={styles.quiet}>
                  {t('entries.signedOff', { name: signedOffBy })} {format.instant(recordedAt, readNow())}
                </span>
              </summary>
              <p className={styles.body}>
                {content.blocks === undefined ? content.body : linesOf(content.blocks).join('\n')}
              </p>
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
