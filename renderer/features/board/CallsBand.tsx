/** 应急呼叫: what is left to call of every level in force and every warning that stands, always in sight [plan 附件6]. */
import { CallTreeLine } from '#renderer/app/callTree/CallTreeLine.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useScrollByKeyboard } from '#renderer/ui/useScrollByKeyboard.ts';
import type { CallTreeRow } from '#shared/contract/rows.ts';
import styles from './WarningsBand.module.css';

export function CallsBand({ rows }: { rows: readonly CallTreeRow[] }) {
  const t = useT();
  const list = useScrollByKeyboard();
  if (rows.length === 0) return null;
  return (
    <section className={styles.band} aria-label={t('callTree.band')}>
      <h2 className={styles.title}>{t('callTree.band')}</h2>
      <div className={styles.scroll} ref={list}>
        <ul>
          {rows.map((row) => (
            <li key={row.runId}>
              <CallTreeLine row={row} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
