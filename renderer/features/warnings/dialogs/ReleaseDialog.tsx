/** 解除: only by the authority in whose name it was issued, saying why the conditions are met [plan 3.4.4]. */
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { DecisionFields } from '#renderer/app/act/DecisionFields.tsx';
import { decisionCommand, isDecided, newDecision } from '#renderer/app/act/decisionForm.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { WarningFile } from '#shared/contract/rows.ts';
import { useWarningWords } from '../warningWords.ts';

export function ReleaseDialog({ file, onClose }: { file: WarningFile; onClose: () => void }) {
  const t = useT();
  const words = useWarningWords();
  const { warningId, version, title, may, issuedBy, level } = file;
  const { form, change, draft } = useForm(`warnings/release/${version}/${warningId}`, () => ({
    reason: '',
    decision: newDecision(may.release[0] ?? null),
  }));
  const { delegationId: _, ...decision } = decisionCommand(form.decision);
  const authority = words.authority(issuedBy?.authority ?? '');
  return (
    <ActDialog
      title={`${t('warnings.release')} · ${title}`}
      act={t('warnings.release')}
      missing={[
        form.reason.trim() === '' && { label: t('warnings.releaseReason'), field: 'reason' },
        !isDecided(form.decision) && { label: t('response.decider'), field: 'decision' },
      ]}
      command={() => ({ type: 'ReleaseWarning', warningId, version, reason: form.reason.trim(), decision })}
      effect={<p>{t('warnings.releaseEffect', { level: words.level(level) })}</p>}
      draft={draft}
      onClose={onClose}
    >
      <p>{t('warnings.releasedByIssuer', { authority })}</p>
      <div data-field="reason">
        <TextArea
          label={t('warnings.releaseReason')}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          isRequired
          autoFocus
        />
      </div>
      <div data-field="decision">
        <DecisionFields
          legend={t('response.decider')}
          value={form.decision}
          onChange={(next) => change({ decision: next })}
          may={may.release}
        />
      </div>
    </ActDialog>
  );
}
