/** The end: three conditions each confirmed, approved, and decided by whoever started it [plan 4.7]. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { DecisionFields } from '#renderer/app/act/DecisionFields.tsx';
import {
  type DecisionForm,
  decisionCommand,
  isDecided,
  newDecision,
  optional,
} from '#renderer/app/act/decisionForm.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { DelegationRow } from '#shared/contract/rows.ts';
import type { AskedProps } from '../asked.ts';

type Form = {
  ticks: Record<string, boolean>;
  approval: DecisionForm;
  decision: DecisionForm;
  reason: string;
  against: string | null;
};

export function TerminateDialog({ asked: { proposal }, file, onClose }: AskedProps<'terminate'>) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { plan } = useDesk();
  const { conditions, clause } = plan.termination;
  const { form, change, draft } = useForm(
    `response/terminate/${file.incidentId}/${file.headEntryId ?? ''}`,
    (): Form => ({
      ticks: {},
      approval: newDecision(null),
      decision: newDecision(file.response?.startedBy ?? null),
      reason: proposal?.reason ?? '',
      against: file.headEntryId,
    }),
  );
  const delegated = (act: DelegationRow['for']['act']) =>
    file.delegations.filter((row) => row.state === 'open' && row.for.act === act);
  const open = conditions.filter(({ id }) => form.ticks[id] !== true);
  const who = ({ post, name, means }: DecisionForm) =>
    t('entries.decision', { post: words.post(post), name, means: t(`entries.means.${means}`) });
  return (
    <ActDialog
      title={`${t('response.terminate')} · ${file.title}`}
      act={t('response.terminate')}
      missing={[
        ...open.map((item) => label(item)),
        !isDecided(form.approval) && t('response.approver'),
        !isDecided(form.decision) && t('response.decider'),
      ]}
      command={() => ({
        type: 'TerminateResponse',
        incidentId: file.incidentId,
        conditions: Object.fromEntries(conditions.map(({ id }) => [id, form.ticks[id] === true])),
        approval: decisionCommand(form.approval),
        decision: decisionCommand(form.decision),
        ...optional('reason', form.reason),
        ...(proposal !== null && { proposalId: proposal.proposalId }),
        against: form.against,
      })}
      effect={
        <div className={styles.effect}>
          <p>
            {t('response.effect.end', {
              level: words.level(file.response?.level ?? null),
              approval: who(form.approval),
              decision: who(form.decision),
            })}
          </p>
          <ul>
            <li>{t('response.effect.finalReport')}</li>
            <li>{t('response.effect.restart')}</li>
          </ul>
        </div>
      }
      draft={draft}
      onClose={onClose}
      size="l"
    >
      <fieldset className={styles.ticks}>
        <legend className={styles.legend}>{t('response.threeConditions', { clause })}</legend>
        {conditions.map((condition) => (
          <Checkbox
            key={condition.id}
            isOn={form.ticks[condition.id] === true}
            onChange={(on) => change({ ticks: { ...form.ticks, [condition.id]: on } })}
          >
            {label(condition)}
          </Checkbox>
        ))}
      </fieldset>
      <DecisionFields
        legend={t('response.approver')}
        value={form.approval}
        onChange={(approval) => change({ approval })}
        may={file.termination.approve}
        delegations={delegated('approve')}
      />
      <DecisionFields
        legend={t('response.deciderStarts')}
        value={form.decision}
        onChange={(decision) => change({ decision })}
        may={file.termination.may}
        delegations={delegated('terminate')}
      />
      <TextArea label={t('response.reason')} value={form.reason} onChange={(reason) => change({ reason })} />
    </ActDialog>
  );
}
