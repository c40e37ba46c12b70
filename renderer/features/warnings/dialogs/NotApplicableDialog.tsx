/** An action that does not apply here: why. */
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { AskedProps } from '../asked.ts';

export function NotApplicableDialog({ asked: { item }, file, onClose }: AskedProps<'notApplicable'>) {
  const t = useT();
  const label = useLabel();
  const { warningId } = file;
  const { form, change, draft } = useForm(`warnings/na/${item.id}/${warningId}`, () => ({ reason: '' }));
  return (
    <ActDialog
      title={`${t('response.notApplicable')}：${label(item)}`}
      act={t('response.notApplicable')}
      size="s"
      missing={[form.reason.trim() === '' && { label: t('response.reason'), field: 'reason' }]}
      command={() => ({
        type: 'SetWarningAction',
        warningId,
        item: item.id,
        state: { kind: 'notApplicable', reason: form.reason.trim() },
      })}
      draft={draft}
      onClose={onClose}
    >
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
