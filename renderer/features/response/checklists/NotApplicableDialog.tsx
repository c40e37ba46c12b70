/** An item that does not apply here: why. */
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { ChecklistItemRow } from '#shared/contract/rows.ts';
import { useItemLabel } from './useItemLabel.ts';

type Props = { item: ChecklistItemRow; incidentId: string; onClose: () => void };

export function NotApplicableDialog({ item, incidentId, onClose }: Props) {
  const t = useT();
  const label = useItemLabel();
  const { form, change, draft } = useForm(`response/na/${incidentId}/${item.id}`, () => ({ reason: '' }));
  return (
    <ActDialog
      title={`${t('response.notApplicable')}：${label(item.id)}`}
      act={t('response.notApplicable')}
      missing={[form.reason.trim() === '' && t('response.reason')]}
      command={() => ({
        type: 'SetChecklistItem',
        incidentId,
        item: item.id,
        state: { kind: 'notApplicable', reason: form.reason.trim() },
        against: item.set?.entryId ?? null,
      })}
      draft={draft}
      onClose={onClose}
      size="s"
    >
      <TextArea
        label={t('response.reason')}
        value={form.reason}
        onChange={(reason) => change({ reason })}
        isRequired
        autoFocus
      />
    </ActDialog>
  );
}
