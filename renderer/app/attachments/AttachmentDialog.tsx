/** A picture as large as the dialog allows, with what it is held against. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { AttachmentRow } from '#shared/domain/rows.ts';
import styles from './Attachments.module.css';
import { Picture } from './Picture.tsx';

const LONGEST_SIDE = 2400;

export function AttachmentDialog({ row, onClose }: { row: Pick<AttachmentRow, 'file'> | null; onClose: () => void }) {
  const t = useT();
  if (row === null) return null;
  return (
    <Dialog title={row.file.name} isOpen onClose={onClose} size="l">
      <Picture file={row.file} longestSide={LONGEST_SIDE} className={styles.large} />
      <p className={styles.hash}>
        {t('attachments.hash')} {row.file.sha256}
      </p>
    </Dialog>
  );
}
