/**
 * Ctrl/⌘ K: one box for everything recorded and every command. What is in it comes in a file of its own, when first
 * opened; what is typed until then, Enter too, is taken along.
 */
import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { closeDialog, useOpenDialog } from '../dialogs.ts';
import { useT } from '../i18n/locale.ts';
import styles from './FindBox.module.css';
import type { TypedEarly } from './typedEarly.ts';

const Palette = lazy(async () => ({ default: (await import('#renderer/features/find/Palette.tsx')).Palette }));

export function FindDialog() {
  const t = useT();
  const isOpen = useOpenDialog()?.kind === 'find';
  return (
    <Dialog title={t('app.find.title')} isOpen={isOpen} onClose={closeDialog} size="l">
      <FindBox />
    </Dialog>
  );
}

function FindBox() {
  const [early, setEarly] = useState<TypedEarly>({ text: '', isEntered: false });
  return (
    <Suspense fallback={<EarlyInput early={early} onChange={setEarly} />}>
      <Palette early={early} />
    </Suspense>
  );
}

function EarlyInput({ early, onChange }: { early: TypedEarly; onChange: (early: TypedEarly) => void }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <>
      <input
        ref={input}
        className={styles.input}
        type="text"
        aria-label={t('app.find.prompt')}
        autoComplete="off"
        spellCheck={false}
        value={early.text}
        onChange={(event) => onChange({ text: event.target.value, isEntered: false })}
        onKeyDown={(event) => event.key === 'Enter' && onChange({ ...early, isEntered: true })}
      />
      <p>{t('app.reading')}</p>
    </>
  );
}
