/** 批准: which level, by whom, and what the authority rests on; the desk judges whether that post may [plan 3.4.2]. */
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { DecisionFields } from '#renderer/app/act/DecisionFields.tsx';
import { decisionCommand, isDecided, newDecision, optional } from '#renderer/app/act/decisionForm.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { WarningFile } from '#shared/contract/rows.ts';
import { LevelChoice } from '../LevelChoice.tsx';
import { GroundField } from './GroundField.tsx';

export function ApproveDialog({ file, onClose }: { file: WarningFile; onClose: () => void }) {
  const t = useT();
  const { plan } = useDesk();
  const { warningId } = file;
  const levels = plan.warnings?.levels ?? [];
  const { form, change, draft } = useForm(`warnings/approve/${file.assessments.length}/${warningId}`, () => ({
    level: file.level,
    approval: newDecision(file.may.approve[0] ?? null),
    ground: null as string | null,
    basis: '',
  }));
  const may = levels.find(({ id }) => id === form.level)?.approvedBy ?? [];
  const { delegationId: _, ...approval } = decisionCommand(form.approval);
  return (
    <ActDialog
      title={`${t('warnings.approve')} · ${file.title}`}
      act={t('warnings.approve')}
      size="l"
      missing={[
        form.level === null && { label: t('warnings.level'), field: 'level' },
        !isDecided(form.approval) && { label: t('warnings.approver'), field: 'approval' },
        form.ground === null && { label: t('warnings.ground'), field: 'ground' },
      ]}
      command={() => ({
        type: 'ApproveWarning',
        warningId,
        level: form.level ?? '',
        approval,
        ground: form.ground ?? '',
        ...optional('basis', form.basis),
      })}
      draft={draft}
      onClose={onClose}
    >
      <LevelChoice value={form.level} onChange={(level) => change({ level })} />
      <div data-field="approval">
        <DecisionFields
          legend={t('warnings.approver')}
          value={form.approval}
          onChange={(next) => change({ approval: next })}
          may={may}
        />
      </div>
      <GroundField value={form.ground} onChange={(ground) => change({ ground })} />
      <TextArea label={t('warnings.basis')} value={form.basis} onChange={(basis) => change({ basis })} />
    </ActDialog>
  );
}
