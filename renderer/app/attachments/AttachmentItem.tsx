/** One file of the list: its picture or kind, of what, by whom and when, and how its bytes lie. */
import { useState } from 'react';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useDesk, useDeskApi } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { saveAttachment } from '#renderer/app/paper/savePaper.ts';
import { announce } from '#renderer/ui/announce.ts';
import { classes } from '#renderer/ui/classes.ts';
import { RowButton } from '#renderer/ui/RowButton.tsx';
import { errorText } from '#shared/contract/errorText.ts';
import type { FileState } from '#shared/domain/attachment/attachment.ts';
import { isPicture, kindOfMime } from '#shared/domain/attachment/fileKind.ts';
import type { AttachmentRow } from '#shared/domain/rows.ts';
import styles from './Attachments.module.css';
import { fetchFile } from './fileTransfer.ts';
import { Picture } from './Picture.tsx';

const THUMBNAIL = 320;
const KILOBYTE = 1024;

type ItemProps = {
  row: Omit<AttachmentRow, 'of'>;
  state: FileState | null;
  /** What it is attached to, in words. */
  target: string;
  onView: () => void;
  /** Null where it cannot be struck. */
  onStrike: (() => void) | null;
};

export function AttachmentItem({ row, state, target, onView, onStrike }: ItemProps) {
  const t = useT();
  const format = useFormat();
  const { readOnly } = useDesk();
  const { file, recordedAt, actor, struck } = row;
  const save = useSave(row);
  const isThere = !readOnly && (state === null || state === 'whole');
  const isShown = isThere && isPicture(file.mime);
  return (
    <li className={classes(styles.item, struck && styles.struck)}>
      <div className={styles.frame}>
        {isShown ? (
          <Picture file={file} longestSide={THUMBNAIL} className={styles.thumbnail} />
        ) : (
          <span className={styles.kind}>{(kindOfMime(file.mime) ?? '').toUpperCase()}</span>
        )}
      </div>
      <div className={styles.about}>
        <b className={styles.name}>{file.name}</b>
        <span className={styles.quiet}>
          {format.instant(recordedAt, readNow())} {actor.name} {sizeText(file.size)}
        </span>
        <span className={styles.quiet}>{target}</span>
        {struck && <span>{t('attachments.struck')}</span>}
        {state !== null && state !== 'whole' && (
          <span role="alert" className={styles.failure}>
            {t(`attachments.state.${state}`)}
          </span>
        )}
        {save.failure !== null && (
          <span role="alert" className={styles.failure}>
            {save.failure}
          </span>
        )}
        <span className={styles.row}>
          {isShown && (
            <RowButton aria-label={t('attachments.viewWhat', { name: file.name })} onPress={onView}>
              {t('attachments.view')}
            </RowButton>
          )}
          {isThere && (
            <RowButton
              aria-label={t('attachments.saveWhat', { name: file.name })}
              isDisabled={save.busy}
              onPress={() => void save.save()}
            >
              {t('attachments.save')}
            </RowButton>
          )}
          {!struck && onStrike !== null && (
            <RowButton aria-label={t('attachments.strikeWhat', { name: file.name })} onPress={onStrike}>
              {t('incident.act.strike')}
            </RowButton>
          )}
        </span>
      </div>
    </li>
  );
}

class Refusal extends Error {}

function useSave({ file }: Pick<AttachmentRow, 'file'>) {
  const t = useT();
  const api = useDeskApi();
  const { desk } = useDesk();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function read(): Promise<Blob> {
    const fetched = await fetchFile(api, desk.deskId, file);
    if (!fetched.ok) throw new Refusal(errorText(fetched.error));
    return fetched.blob;
  }

  async function save(): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      if ((await saveAttachment(file.name, file.sha256, read)) === 'saved') announce(t('attachments.saved'));
    } catch (thrown) {
      const said = thrown instanceof Refusal ? thrown.message : t('attachments.unreachable');
      setFailure(said);
      announce(said, 'assertive');
    }
    setBusy(false);
  }
  return { save, busy, failure };
}

function sizeText(bytes: number): string {
  if (bytes < KILOBYTE) return `${bytes} B`;
  const kilobytes = bytes / KILOBYTE;
  return kilobytes < KILOBYTE ? `${Math.round(kilobytes)} KB` : `${(kilobytes / KILOBYTE).toFixed(1)} MB`;
}
