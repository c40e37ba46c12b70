/** The files of something, newest first: each seen, saved, and told where it is gone. */
import { useState } from 'react';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { AttachmentRow } from '#shared/domain/rows.ts';
import { AttachmentDialog } from './AttachmentDialog.tsx';
import { AttachmentItem } from './AttachmentItem.tsx';
import styles from './Attachments.module.css';
import { useFileStates } from './useFileStates.ts';

/** Of an incident or call, a clue or warning: what it is of, `targetOf` says. */
export type ShownFile = Omit<AttachmentRow, 'of'>;

type ListProps<Row> = {
  attachments: readonly Row[];
  targetOf: (row: Row) => string;
  strikeOf: (row: Row) => (() => void) | null;
};

export function AttachmentList<Row extends ShownFile>({ attachments, targetOf, strikeOf }: ListProps<Row>) {
  const t = useT();
  const rows = attachments.toReversed();
  const states = useFileStates(rows.map((row) => row.file));
  const [viewed, setViewed] = useState<ShownFile | null>(null);
  if (rows.length === 0) return <p className={styles.quiet}>{t('attachments.none')}</p>;
  return (
    <>
      <ul className={styles.list} aria-label={t('attachments.list')}>
        {rows.map((row) => (
          <AttachmentItem
            key={row.attachmentId}
            row={row}
            target={targetOf(row)}
            state={states.stateOf(row.file.sha256)}
            onView={() => {
              states.look();
              setViewed(row);
            }}
            onStrike={strikeOf(row)}
          />
        ))}
      </ul>
      <AttachmentDialog row={viewed} onClose={() => setViewed(null)} />
    </>
  );
}
