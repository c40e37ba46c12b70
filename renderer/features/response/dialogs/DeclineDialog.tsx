/** Whoever may decide says no to a proposal. */
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { DecisionFields } from '#renderer/app/act/DecisionFields.tsx';
import { decisionCommand, isDecided, newDecision } from '#renderer/app/act/decisionForm.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { AskedProps } from '../asked.ts';
import { mayDecide } from './levelForm.ts';

export function DeclineDialog({ asked: { proposal }, file, onClose }: AskedProps<'decline'>) {
  const t = useT();
  const words = usePlanWords();
  const { form, change, draft } = useForm(`response/decline/${proposal.proposalId}`, () => ({
    decision: newDecision(null),
    reason: '',
  }));
  const may = proposal.level === null ? file.termination.may : mayDecide(file, proposal.level);
  const what = proposal.level === null ? t('response.terminate') : words.level(proposal.level);
  return (
    <ActDialog
      title={`${t('response.decline')}：${what}`}
      act={t('response.decline')}
      missing={[!isDecided(form.decision) && t('response.decider'), form.reason.trim() === '' && t('response.reason')]}
      command={() => ({
        type: 'DeclineProposal',
        incidentId: file.incidentId,
        proposalId: proposal.proposalId,
        decision: decisionCommand(form.decision),
        reason: form.reason.trim(),
      })}
      draft={draft}
      onClose={onClose}
    >
      <DecisionFields
        legend={t('response.decider')}
        value={form.decision}
        onChange={(decision) => change({ decision })}
        may={may}
      />
      <TextArea label={t('response.reason')} value={form.reason} onChange={(reason) => change({ reason })} isRequired />
    </ActDialog>
  );
}
