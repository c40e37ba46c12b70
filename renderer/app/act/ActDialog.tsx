/**
 * A form that records one act: what is missing is named, what the desk refuses is shown in its words, and what cannot be
 * taken back is asked once on a live desk, saying the effect and the authority [ux 4].
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';
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
import { focusField } from './focusField.ts';
import { type Missing, MissingFields } from './MissingFields.tsx';
import { useAct } from './useAct.ts';

export type ActDialogProps = {
  title: string;
  /** What the button does, and what is announced once it is done. */
  act: string;
  /** What must be filled in still: by its label, or with the field it leads to. */
  missing: readonly (Missing | false)[];
  /** Several are recorded one after the other, up to the first that is refused. */
  command: () => CommandInput | readonly CommandInput[];
  draft: Pick<DraftState<unknown>, 'discard' | 'exists' | 'savedAt' | 'unsaved'>;
  onClose: () => void;
  /** Once it is recorded; closing where left out. */
  onDone?: () => void;
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
  const { title, act, command, draft, onClose, onDone = onClose, children, effect, effectSays = [] } = props;
  const t = useT();
  const { desk } = useDesk();
  const { send, busy, failure, failedField } = useAct();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const missing = props.missing.filter((part) => part !== false);
  const labels = missing.map((part) => (typeof part === 'string' ? part : part.label));
  const missingText = t('response.missing', { fields: labels.join(t('why.join')) });
  const leadsSomewhere = missing.some((part) => typeof part !== 'string');

  async function record(said: readonly ConfirmCode[]): Promise<void> {
    setAsking(false);
    for (const each of [command()].flat()) {
      if (!(await send(each, t('response.recorded', { act }), said))) return;
    }
    draft.discard();
    onDone();
  }
  function submit(): void {
    setTried(true);
    if (missing.length > 0) return lack();
    if (effect !== undefined && desk.kind === 'live') setAsking(true);
    else void record([]);
  }
  function lack(): void {
    announce(missingText, 'assertive');
    const first = missing.find((part) => typeof part !== 'string');
    if (first !== undefined) focusField(form.current, first.field);
  }
  // What the desk refused is put right where it stands.
  useEffect(() => {
    if (failedField !== null) focusField(form.current, failedField);
  }, [failedField, failure]);
  // A form whose fields are named begins in the first of them, so that its keys work at once.
  useEffect(() => {
    if (form.current === null || form.current.contains(document.activeElement)) return;
    form.current.querySelector<HTMLElement>('[data-field] :is(input, textarea, button)')?.focus();
  }, []);
  const saveKey = useSaveKey(submit);
  return (
    <form
      className={classes(styles.form, busy && styles.busy)}
      ref={(element) => {
        form.current = element;
        return saveKey(element);
      }}
      onSubmit={(event) => event.preventDefault()}
    >
      {children}
      <div className={styles.foot}>
        {leadsSomewhere && <MissingFields missing={missing} onGo={(field) => focusField(form.current, field)} />}
        {tried && missing.length > 0 && !leadsSomewhere && <p className={styles.failure}>{missingText}</p>}
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
