/** One clue, looked at: what is known of it, and its files. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { ClueRow } from '#shared/contract/rows.ts';
import { ClueWords } from './ClueWords.tsx';
import { Files } from './Files.tsx';

export function ClueFile({ clue, onClose }: { clue: ClueRow; onClose: () => void }) {
  const t = useT();
  const { clueId, attachments } = clue;
  return (
    <Dialog title={t('warnings.clue')} isOpen onClose={onClose} size="l">
      <ClueWords clue={clue} />
      <Files of={{ kind: 'clue', clueId }} files={attachments} isEnded={false} />
    </Dialog>
  );
}
