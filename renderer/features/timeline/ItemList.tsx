/** The same as a list, in the order of time: for the ear, and for whoever would rather read than look. */
import { readNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { RowButton } from '#renderer/ui/RowButton.tsx';
import { useScrollByKeyboard } from '#renderer/ui/useScrollByKeyboard.ts';
import { type Item, startOf, type Timeline } from '#shared/domain/timeline/items.ts';
import styles from './Timeline.module.css';
import { useTimelineWords } from './useTimelineWords.ts';

export function ItemList({ timeline, onOpen }: { timeline: Timeline; onOpen: (item: Item) => void }) {
  const t = useT();
  const format = useFormat();
  const words = useTimelineWords();
  const scroller = useScrollByKeyboard();
  const items = timeline.rows
    .flatMap((row) => row.items.map((item) => ({ row, item })))
    .toSorted((a, b) => startOf(a.item) - startOf(b.item));
  return (
    <div className={styles.listed} ref={scroller}>
      <ol aria-label={t('timeline.list')}>
        {items.map(({ row, item }) => (
          <li key={item.id} className={styles.listItem}>
            <time dateTime={new Date(startOf(item)).toISOString()}>{format.instant(startOf(item), readNow())}</time>
            <span className={styles.quiet}>{words.row(row)}</span>
            <span>
              {words.short(item)} {item.kind !== 'mark' && <span className={styles.quiet}>{words.times(item)}</span>}
            </span>
            <RowButton aria-label={`${t('timeline.open')} ${words.short(item)}`} onPress={() => onOpen(item)}>
              {t('timeline.open')}
            </RowButton>
          </li>
        ))}
      </ol>
    </div>
  );
}
