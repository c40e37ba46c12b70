/** Somebody is not called, or is to be called after all: why. */
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { CallSubject } from '#shared/domain/callTree/commands.ts';
import type { Asked } from './asked.ts';

type Props = {
  asked: Exclude<Asked, { kind: 'add' }>;
  subject: CallSubject;
  runId: string;
  onClose: () => void;
};

export function ReasonDialog({ asked: { kind, step }, subject, runId, onClose }: Props) {
  const t = useT();
  const label = useLabel();
  const { stepId } = step;
  const { form, change, draft } = useForm(`callTree/${kind}/${runId}/${stepId}`, () => ({ reason: '' }));
  const title = t(`callTree.${kind}Of`, { who: label(step.who) });
  return (
    <ActDialog
      title={title}
      act={title}
      missing={[form.reason.trim() === '' && t('callTree.reason')]}
      command={() => ({
        type: kind === 'skip' ? 'SkipCallStep' : 'ReopenCallStep',
        subject,
        runId,
        stepId,
        reason: form.reason.trim(),
      })}
      draft={draft}
      onClose={onClose}
    >
      <TextArea
        label={t('callTree.reason')}
        value={form.reason}
        onChange={(reason) => change({ reason })}
        isRequired
        autoFocus
      />
    </ActDialog>
  );
}
