/** Ctrl/⌘ K: one box for everything recorded and every command. What is in it comes in a file of its own, when first opened. */
import { lazy, Suspense } from 'react';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { closeDialog, useOpenDialog } from '../dialogs.ts';
import { useT } from '../i18n/locale.ts';

const Palette = lazy(async () => ({ default: (await import('#renderer/features/find/Palette.tsx')).Palette }));

export function FindDialog() {
  const t = useT();
  const isOpen = useOpenDialog()?.kind === 'find';
  return (
    <Dialog title={t('app.find.title')} isOpen={isOpen} onClose={closeDialog} size="l">
      <Suspense fallback={<p>{t('app.reading')}</p>}>
        <Palette />
      </Suspense>
    </Dialog>
  );
}
