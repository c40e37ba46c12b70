/** Files of a call that is with no incident: a recording of a false alarm, the picture of a duplicate. */
import { useState } from 'react';
import { AddFiles } from '#renderer/app/attachments/AddFiles.tsx';
import { AttachmentList } from '#renderer/app/attachments/AttachmentList.tsx';
import styles from '#renderer/app/attachments/Attachments.module.css';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { RowButton } from '#renderer/ui/RowButton.tsx';
import type { CallRow } from '#shared/domain/rows.ts';

const nothing = (): null => null;

export function CallFiles({ call }: { call: CallRow }) {
  const t = useT();
  const format = useFormat();
  const { readOnly } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const { callId, attachments, disposition, received } = call;
  if (disposition.kind === 'open' || disposition.kind === 'join') return '—';
  const time = format.timed(received, readNow());
  return (
    <>
      <RowButton aria-label={t('intake.callList.filesOf', { time })} onPress={() => setOpen(true)}>
        {t('intake.callList.filesCount', { n: attachments.length })}
      </RowButton>
      {isOpen && (
        <Dialog title={t('intake.callList.filesOf', { time })} isOpen onClose={() => setOpen(false)} size="l">
          <div className={styles.column}>
            {!readOnly && (
              <AddFiles commandFor={(attachment) => ({ type: 'AttachFileToCall', callId, ...attachment })} />
            )}
            <AttachmentList
              attachments={attachments}
              targetOf={() => t('attachments.to.call', { time })}
              strikeOf={nothing}
            />
          </div>
        </Dialog>
      )}
    </>
  );
}
