/** Files that go with a clue still being typed: chosen, dropped or pasted; they are kept once the clue itself is recorded. */
import { useRef } from 'react';
import { useDroppedFiles } from '#renderer/app/attachments/useDroppedFiles.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { RowButton } from '#renderer/ui/RowButton.tsx';
import styles from './Warnings.module.css';

type Props = { files: readonly File[]; onChange: (files: File[]) => void };

export function ClueFiles({ files, onChange }: Props) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const add = (added: readonly File[]) => onChange([...files, ...added]);
  useDroppedFiles(add);
  return (
    <div className={styles.acts}>
      <Button onPress={() => input.current?.click()}>{t('warnings.pickFiles')}</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      {files.map((file, index) => (
        <span key={`${file.name} ${index}`} className={styles.picked}>
          {file.name}
          <RowButton
            aria-label={t('warnings.removeFile', { name: file.name })}
            onPress={() => onChange(files.filter((other) => other !== file))}
          >
            ×
          </RowButton>
        </span>
      ))}
    </div>
  );
}
