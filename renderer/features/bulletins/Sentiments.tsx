/** 舆情, newest first. */
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IncidentFile } from '#shared/contract/rows.ts';
import type { Ask } from './asked.ts';
import styles from './Bulletins.module.css';

export function Sentiments({ file, ask }: { file: IncidentFile; ask: Ask }) {
  const t = useT();
  const format = useFormat();
  const rows = file.sentiments.toSorted((a, b) => b.at.at - a.at.at);
  return (
    <Panel title={t('bulletins.sentiments')}>
      {ask !== null && (
        <div className={styles.bar}>
          <Button onPress={() => ask({ kind: 'sentiment' })}>{t('bulletins.recordSentiment')}</Button>
        </div>
      )}
      {rows.length === 0 && <p className={styles.none}>{t('bulletins.noSentiments')}</p>}
      <ul className={styles.list}>
        {rows.map(({ entryId, text, source, at, actor }) => (
          <li key={entryId} className={styles.sentiment}>
            <p className={styles.text}>{text}</p>
            <p className={styles.quiet}>
              {[format.timed(at, file.assessment.at), source, actor.name].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
