/** One clue, looked at: what is known of it. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { ClueRow } from '#shared/contract/rows.ts';
import { ClueWords } from './ClueWords.tsx';

export function ClueFile({ clue, onClose }: { clue: ClueRow; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t('warnings.clue')} isOpen onClose={onClose}>
      <ClueWords clue={clue} />
    </Dialog>
  );
}
