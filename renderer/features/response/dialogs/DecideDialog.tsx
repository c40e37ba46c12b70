/** Starting a level, or adjusting it: decider, grounds, matter, expected duration, measures. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { DecisionFields } from '#renderer/app/act/DecisionFields.tsx';
import { isDecided } from '#renderer/app/act/decisionForm.ts';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import type { AskedProps } from '../asked.ts';
import { LevelEffect } from './LevelEffect.tsx';
import { areHoursMissing, levelCommand, mayDecide, needsReason, newLevelForm } from './levelForm.ts';

export function DecideDialog({ asked: { level, proposal }, file, onClose }: AskedProps<'decide'>) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { plan } = useDesk();
  const running = file.response !== null;
  const key = `response/level/${file.incidentId}/${file.headEntryId ?? ''}/${level ?? ''}`;
  const { form, change, draft } = useForm(key, () =>
    newLevelForm(file, level === file.response?.level ? null : level, proposal, newId()),
  );
  const reasonNeeded = needsReason(file, form.level) || running;
  const may = mayDecide(file, form.level);
  const act = t(running ? 'response.adjust' : 'response.start');
  const basis = file.levels
    .find((row) => row.level === form.level)
    ?.rows.filter(({ met }) => met === 'confirmed')
    .map(
      ({ subject, confirmed, clause, criterion, entryId }) =>
        `${words.match({ criterion, of: form.level ?? '', clause, provenance: 'plan', subject, value: confirmed, entryId })} ${clause}`,
    );
  return (
    <ActDialog
      title={`${act} · ${file.title}`}
      act={form.level === null ? act : t('response.actLevel', { act, level: words.level(form.level) })}
      missing={[
        form.level === null && t('response.level'),
        !isDecided(form.decision) && t('response.decider'),
        reasonNeeded && form.reason.trim() === '' && t('response.reason'),
        areHoursMissing(file, form.hours) && t('response.hours'),
      ]}
      command={() => levelCommand(file, form, proposal)}
      effectSays={['levelBelowProposal']}
      effect={form.level !== null && <LevelEffect file={file} level={form.level} decision={form.decision} />}
      draft={draft}
      onClose={onClose}
      size="l"
    >
      <ChoiceGroup
        label={t('response.level')}
        choices={plan.levels
          .filter(({ id }) => id !== file.response?.level)
          .map((item) => ({ id: item.id, label: label(item) }))}
        value={form.level}
        onChange={(next) => change({ level: next })}
      />
      {form.level !== null && (
        <p className={styles.quiet}>
          {basis === undefined || basis.length === 0
            ? t('response.byJudgement', {
                clause: plan.levels.find(({ id }) => id === form.level)?.judgementClause ?? '',
              })
            : t('response.byCriteria', { matches: words.joined(basis) })}
        </p>
      )}
      <DecisionFields
        legend={t('response.decider')}
        value={form.decision}
        onChange={(decision) => change({ decision })}
        may={may}
        delegations={file.delegations.filter(
          ({ state, for: act }) =>
            state === 'open' && (act.act === 'start' || act.act === 'adjust') && act.level === form.level,
        )}
      />
      <fieldset className={styles.fields}>
        <legend className={styles.legend}>{t('response.contents')}</legend>
        <TextArea label={t('response.matter')} value={form.matter} onChange={(matter) => change({ matter })} />
        <TextArea
          label={t('response.reason')}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          isRequired={reasonNeeded}
        />
        <TextArea
          label={t('response.moreMeasures')}
          value={form.measures}
          onChange={(measures) => change({ measures })}
        />
        <div className={styles.form}>
          <TextField
            label={t('response.hours')}
            value={form.hours}
            onChange={(hours) => change({ hours })}
            inputMode="numeric"
            isRequired={!running}
          />
          <TextField
            label={t('response.proposer')}
            value={form.proposer}
            onChange={(proposer) => change({ proposer })}
            placeholder={t('response.proposerIsMe')}
          />
        </div>
      </fieldset>
    </ActDialog>
  );
}
