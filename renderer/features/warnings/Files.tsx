/** Files of a clue or a warning: photos, a recording, a fax; added by button, drop or paste, seen and saved. */
import { AddFiles } from '#renderer/app/attachments/AddFiles.tsx';
import { AttachmentList } from '#renderer/app/attachments/AttachmentList.tsx';
import styles from '#renderer/app/attachments/Attachments.module.css';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { WarnedFile, WarnedOf } from '#shared/domain/attachment/attachment.ts';

type Props = {
  of: WarnedOf;
  files: readonly WarnedFile[];
  /** A warning that has ended takes none. */
  isEnded: boolean;
};

const nothing = (): null => null;

export function Files({ of, files, isEnded }: Props) {
  const t = useT();
  const { readOnly: isReadOnly } = useDesk();
  const target = t(`warnings.fileOf.${of.kind}`);
  return (
    <div className={styles.column}>
      {!isReadOnly && !isEnded && (
        <AddFiles commandFor={(attachment) => ({ type: 'AttachFileToWarning', of, ...attachment })} />
      )}
      <AttachmentList
        attachments={files.map((file) => ({ ...file, struck: false }))}
        targetOf={() => target}
        strikeOf={nothing}
      />
    </div>
  );
}
