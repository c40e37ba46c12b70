/** The clues that it rests on, as they came in. */
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { WarningFile } from '#shared/contract/rows.ts';
import styles from './Warnings.module.css';
import { useWarningWords } from './warningWords.ts';

export function LinkedClues({ file }: { file: WarningFile }) {
  const t = useT();
  const format = useFormat();
  const words = useWarningWords();
  const hrefOf = useHref();
  const { data: clues = [] } = useDeskQuery({ type: 'listClues', limit: 500 });
  const linked = clues.filter(
    ({ clueId, settled }) =>
      file.clueIds.includes(clueId) || (settled?.how === 'linked' && settled.warningId === file.warningId),
  );
  if (linked.length === 0) return null;
  return (
    <Panel title={t('warnings.linkedClues', { n: linked.length })}>
      <ul>
        {linked.map(({ clueId, source, said, who, received }) => (
          <li key={clueId} className={styles.step}>
            <span className={styles.quiet}>{format.near(received.at, file.at)}</span>
            <div className={styles.words}>
              <p className={styles.text}>
                <a className={styles.link} href={hrefOf({ screen: 'warnings', clueId })}>
                  {words.source(source)}
                </a>{' '}
                {said}
              </p>
              {who !== null && <p className={styles.quiet}>{who}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
