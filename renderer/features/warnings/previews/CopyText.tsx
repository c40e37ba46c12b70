/** Words to the clipboard; where the machine does not let a page copy, they stand in a field and the officer does. */
import { useState } from 'react';
import { useT } from '#renderer/app/i18n/locale.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';

export function CopyText({ words, name }: { words: string; name: string }) {
  const t = useT();
  const [isByHand, setByHand] = useState(false);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(words);
      announce(t('warnings.copied', { name }));
    } catch {
      setByHand(true);
    }
  }
  return (
    <>
      <Button onPress={() => void copy()}>{t('warnings.copy', { name })}</Button>
      <Dialog title={name} isOpen={isByHand} onClose={() => setByHand(false)} size="m">
        <TextArea label={t('warnings.copyByHand')} value={words} isReadOnly autoFocus />
      </Dialog>
    </>
  );
}
