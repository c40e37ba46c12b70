/** The frame of every act's form: fields, what the desk said, one button. Ctrl/⌘ Enter records; Esc leaves the draft. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { DraftSaved } from '#renderer/app/desk/DraftSaved.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isEnter } from '#renderer/ui/composition.ts';
import styles from './ActForm.module.css';
import type { Act } from './useAct.ts';

type ActFormProps<T> = {
  act: Act<T>;
  submitLabel: string;
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
};

export function ActForm<T>({ act, submitLabel, onSubmit, onCancel, children }: ActFormProps<T>) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  // The keys of the form work from the start, also where its first field is a choice.
  useEffect(() => {
    if (form.current?.contains(document.activeElement)) return;
    form.current?.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')?.focus();
  }, []);
  // On the way down: a button would take Enter for its own.
  const pressed = (event: KeyboardEvent) => {
    const isInside = event.target instanceof Node && form.current?.contains(event.target) === true;
    if (!isInside || !isEnter(event) || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) onSubmit();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={(event) => event.preventDefault()} onKeyDownCapture={pressed}>
      {children}
      {act.failure && (
        <div role="alert">
          <Problem>{act.failure}</Problem>
        </div>
      )}
      <div className={styles.actions}>
        <Button variant="primary" size="l" kbd="Ctrl ⏎" isDisabled={act.busy} onPress={onSubmit}>
          {submitLabel}
        </Button>
        <Button size="l" onPress={onCancel}>
          {t('ui.cancel')}
        </Button>
        <DraftSaved draft={act.draft} />
      </div>
    </form>
  );
}

/** Fields side by side. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

/** Why this form asks what it asks, or what recording it will bring. */
export function Note({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}

/** What is missing or was refused: said, never only coloured. */
export function Problem({ children }: { children: ReactNode }) {
  return (
    <p className={styles.problem}>
      <span aria-hidden="true">▲ </span>
      {children}
    </p>
  );
}
