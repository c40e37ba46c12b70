/** Who approved it, in which post; the desk judges whether that post may [plan 4.6]. */
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { DecisionFields } from '#renderer/app/act/DecisionFields.tsx';
import { decisionCommand, isDecided, newDecision } from '#renderer/app/act/decisionForm.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useScrollByKeyboard } from '#renderer/ui/useScrollByKeyboard.ts';
import type { AskedProps } from '../asked.ts';
import styles from '../Bulletins.module.css';

export function ApproveDialog({ asked, file, onClose }: AskedProps<'approve'>) {
  const t = useT();
  const { plan } = useDesk();
  const { bulletinId, version, title, text } = asked.row;
  const may = plan.publicity?.approval.approvedBy ?? [];
  const quote = useScrollByKeyboard<HTMLQuoteElement>();
  const { form, change, draft } = useForm(`bulletin/approve/${version}/${bulletinId}`, () =>
    newDecision(may[0] ?? null),
  );
  const { delegationId: _, ...approval } = decisionCommand(form);
  return (
    <ActDialog
      title={t('bulletins.approve')}
      act={t('bulletins.approve')}
      missing={[!isDecided(form) && t('bulletins.approval')]}
      command={() => ({ type: 'ApproveBulletin', incidentId: file.incidentId, bulletinId, version, approval })}
      draft={draft}
      onClose={onClose}
    >
      <blockquote className={styles.quote} ref={quote}>
        <strong>{title}</strong>
        <p className={styles.text}>{text}</p>
      </blockquote>
      <DecisionFields legend={t('bulletins.approval')} value={form} onChange={change} may={may} autoFocus />
    </ActDialog>
  );
}
