/**
 * A form that records one act: what is missing is named, what the desk refuses is shown in its words, and what cannot be
 * taken back is asked once on a live desk, saying the effect and the authority [ux 4].
 */
import { type ReactNode, useState } from 'react';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { AlertDialog, Dialog } from '#renderer/ui/Dialog.tsx';
import { useSaveKey } from '#renderer/ui/useSaveKey.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import type { ConfirmCode } from '#shared/domain/errors.ts';
import { DraftSaved } from '../desk/DraftSaved.tsx';
import { useDesk } from '../desk/deskContext.ts';
import type { DraftState } from '../desk/useDraft.ts';
import { useT } from '../i18n/locale.ts';
import styles from './Act.module.css';
import { useAct } from './useAct.ts';

export type ActDialogProps = {
  title: string;
  /** What the button does, and what is announced once it is done. */
  act: string;
  /** Labels of what must be filled in still. */
  missing: readonly (string | false)[];
  command: () => CommandInput;
  draft: Pick<DraftState<unknown>, 'discard' | 'exists' | 'savedAt' | 'unsaved'>;
  onClose: () => void;
  children: ReactNode;
  /** Of an act that cannot be taken back: what follows from it and on whose authority. */
  effect?: ReactNode;
  /** What the desk would ask back and the effect says already: not asked a second time. */
  effectSays?: readonly ConfirmCode[];
  size?: 's' | 'm' | 'l';
};

export function ActDialog(props: ActDialogProps) {
  const { title, onClose, size = 'm' } = props;
  return (
    <Dialog title={title} isOpen onClose={onClose} size={size}>
      <ActForm {...props} />
    </Dialog>
  );
}

function ActForm(props: ActDialogProps) {
  const { title, act, command, draft, onClose, children, effect, effectSays = [] } = props;
  const t = useT();
  const { desk } = useDesk();
  const { send, busy, failure } = useAct();
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const missing = props.missing.filter((name) => name !== false);
  const missingText = t('response.missing', { fields: missing.join(t('why.join')) });

  async function record(said: readonly ConfirmCode[]): Promise<void> {
    setAsking(false);
    if (!(await send(command(), t('response.recorded', { act }), said))) return;
    draft.discard();
    onClose();
  }
  function submit(): void {
    setTried(true);
    if (missing.length > 0) announce(missingText, 'assertive');
    else if (effect !== undefined && desk.kind === 'live') setAsking(true);
    else void record([]);
  }
  const saveKey = useSaveKey(submit);
  return (
    <form
      className={classes(styles.form, busy && styles.busy)}
      ref={saveKey}
      onSubmit={(event) => event.preventDefault()}
    >
      {children}
      {tried && missing.length > 0 && <p className={styles.failure}>{missingText}</p>}
      {failure && (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="primary" size="l" kbd="Ctrl ⏎" isDisabled={busy} onPress={submit}>
          {act}
        </Button>
        <Button size="l" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
        <DraftSaved draft={draft} />
      </div>
      <AlertDialog
        title={title}
        isOpen={asking}
        confirmLabel={t('response.confirm', { act })}
        cancelLabel={t('app.confirm.no')}
        onConfirm={() => void record(effectSays)}
        onCancel={() => setAsking(false)}
      >
        {effect}
      </AlertDialog>
    </form>
  );
}
