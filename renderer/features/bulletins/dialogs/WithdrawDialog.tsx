/** Why it was given up. */
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { AskedProps } from '../asked.ts';

export function WithdrawDialog({ asked, file, onClose }: AskedProps<'withdraw'>) {
  const t = useT();
  const { bulletinId } = asked.row;
  const { form, change, draft } = useForm(`bulletin/withdraw/${bulletinId}`, () => ({ reason: '' }));
  return (
    <ActDialog
      title={t('bulletins.withdraw')}
      act={t('bulletins.withdraw')}
      missing={[form.reason.trim() === '' && t('bulletins.reason')]}
      command={() => ({
        type: 'WithdrawBulletin',
        incidentId: file.incidentId,
        bulletinId,
        reason: form.reason.trim(),
      })}
      draft={draft}
      onClose={onClose}
    >
      <TextArea
        label={t('bulletins.reason')}
        value={form.reason}
        onChange={(reason) => change({ reason })}
        isRequired
        autoFocus
      />
    </ActDialog>
  );
}
