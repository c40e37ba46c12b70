/** A clue that is nothing: why. */
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { ClueRow } from '#shared/contract/rows.ts';
import { ClueWords } from '../ClueWords.tsx';

export function DismissClueDialog({ clue, onClose }: { clue: ClueRow; onClose: () => void }) {
  const t = useT();
  const { clueId } = clue;
  const { form, change, draft } = useForm(`warnings/dismiss/${clueId}`, () => ({ reason: '' }));
  return (
    <ActDialog
      title={t('warnings.dismissClue')}
      act={t('warnings.dismissClue')}
      missing={[form.reason.trim() === '' && { label: t('response.reason'), field: 'reason' }]}
      command={() => ({ type: 'DismissClue', clueId, reason: form.reason.trim() })}
      draft={draft}
      onClose={onClose}
    >
      <ClueWords clue={clue} />
      <div data-field="reason">
        <TextArea
          label={t('response.reason')}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          isRequired
          autoFocus
        />
      </div>
    </ActDialog>
  );
}
