/** How much was found, and what stands in the way: said aloud when it changes. */
import { useT } from '#renderer/app/i18n/locale.ts';
import styles from './Find.module.css';
import type { FoundNow } from './useFound.ts';

type StatusProps = { text: string; count: number; found: FoundNow | null; isLocked: boolean };

export function Status({ text, count, found, isLocked }: StatusProps) {
  const t = useT();
  return <output className={styles.status}>{isLocked ? t('find.locked') : words()}</output>;

  function words(): string {
    if (text.trim() === '') return t('find.hint');
    const amount = count === 0 ? t('app.find.none', { text: text.trim() }) : t('find.count', { n: count });
    const index = found?.index;
    if (found !== null && index === null) return t('find.failed');
    if (index?.kind === 'building') {
      return `${t('find.building', { done: index.done, total: index.total })} ${amount}`;
    }
    return index?.kind === 'stopped' ? `${t('find.stopped')} ${amount}` : amount;
  }
}
