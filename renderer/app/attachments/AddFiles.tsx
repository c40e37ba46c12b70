/** Adding files: by button, drop or paste; what is on its way and what was refused. */
import { type ReactNode, useRef } from 'react';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import styles from './Attachments.module.css';
import { type AttachCommand, useAttach } from './useAttach.ts';
import { useDroppedFiles } from './useDroppedFiles.ts';

/** `children`: what they are attached to, where there is a choice. */
export function AddFiles({ commandFor, children }: { commandFor: AttachCommand; children?: ReactNode }) {
  const t = useT();
  const { attach, adding, failures } = useAttach(commandFor);
  const input = useRef<HTMLInputElement>(null);
  const add = (files: readonly File[]): void => {
    if (files.length > 0 && adding === null) void attach(files);
  };
  const isOver = useDroppedFiles(add);
  return (
    <section className={classes(styles.adding, isOver && styles.isOver)} aria-label={t('attachments.add')}>
      <div className={styles.row}>
        {children}
        <Button variant="primary" isDisabled={adding !== null} onPress={() => input.current?.click()}>
          {t('attachments.add')}
        </Button>
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
      </div>
      <p className={styles.quiet}>{t('attachments.hint')}</p>
      {adding !== null && <output>{t('attachments.adding', { name: adding })}</output>}
      {failures.map((failure) => (
        <p key={failure} role="alert" className={styles.failure}>
          {failure}
        </p>
      ))}
    </section>
  );
}
