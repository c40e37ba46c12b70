/** What is pointed at, in words: what it is, when, and the entry it came from. */
import { EntryWords } from '#renderer/app/entries/EntryWords.tsx';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { IncidentFile } from '#shared/contract/rows.ts';
import { type Item, sourceOf, type Timeline } from '#shared/domain/timeline/items.ts';
import styles from './Timeline.module.css';
import type { TimelineWords } from './useTimelineWords.ts';

type Props = {
  item: Item | null;
  timeline: Timeline;
  file: IncidentFile;
  words: TimelineWords;
  onOpen: (item: Item) => void;
};

export function ItemDetail({ item, timeline, file, words, onOpen }: Props) {
  const t = useT();
  const format = useFormat();
  const row = timeline.rows.find(({ items }) => items.some(({ id }) => id === item?.id));
  if (item === null || row === undefined) return <p className={styles.detail}>{t('timeline.hint')}</p>;
  const source = sourceOf(item);
  const entry = file.entries.find(({ entryId }) => entryId === source?.entryId);
  return (
    <div className={styles.detail}>
      <p className={styles.detailWords}>
        <b>{words.row(row)}</b> {item.kind === 'mark' ? '' : `${words.short(item)} `}
        <span className={styles.quiet}>{words.times(item)}</span>
        {entry !== undefined && (
          <>
            <br />
            <EntryWords row={entry} />{' '}
            <span className={styles.quiet}>
              {entry.actor.name}{' '}
              {t('timeline.recordedAt', { time: format.instant(entry.recordedAt, entry.recordedAt) })}
            </span>
          </>
        )}
      </p>
      <Button onPress={() => onOpen(item)}>{t('timeline.open')}</Button>
    </div>
  );
}
