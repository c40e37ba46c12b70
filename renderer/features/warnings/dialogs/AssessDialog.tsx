/**
 * 会商研判: who sat together, on what, and what they concluded. The first one opens the warning and takes its clues along;
 * a later one reviews it [plan 3.3].
 */
import { useState } from 'react';
import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty } from '#renderer/app/act/decisionForm.ts';
import { useUnitChoices } from '#renderer/app/act/PartyFields.tsx';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import type { ClueRow, WarningFile } from '#shared/contract/rows.ts';
import { titleFromClue } from '#shared/domain/warning/assessWarning.ts';
import { LevelChoice } from '../LevelChoice.tsx';
import { type AssessForm, assessCommand, CONCLUSIONS, type Conclusion, INPUTS, newAssessment } from './assessForm.ts';
import { CluesField } from './CluesField.tsx';
import { ParticipantsField } from './ParticipantsField.tsx';

type Props = {
  /** null: it opens a new warning. */
  file: WarningFile | null;
  /** What it begins with. */
  clues: readonly ClueRow[];
  onClose: () => void;
};

export function AssessDialog({ file, clues, onClose }: Props) {
  const t = useT();
  const { plan } = useDesk();
  const units = useUnitChoices();
  const { data: waiting = clues } = useDeskQuery({ type: 'listClues', waiting: true });
  const [clueIds] = useState(() => clues.map(({ clueId }) => clueId));
  const key = file === null ? `new/${clueIds.join('/')}` : `${file.assessments.length}/${file.warningId}`;
  const { form, change, draft } = useForm(`warnings/assess/${key}`, () =>
    newAssessment({
      warningId: file?.warningId ?? newId(),
      title: file?.title ?? (clues.length === 0 ? '' : titleFromClue(plan, clues[0])),
      clueIds,
      level: file?.level ?? null,
    }),
  );
  const act = t(file === null || file.version === 0 ? 'warnings.assess' : 'warnings.review');
  const waitingIds = waiting.map(({ clueId }) => clueId);
  return (
    <ActDialog
      title={file === null ? act : `${act} · ${file.title}`}
      act={act}
      size="l"
      missing={[
        form.title.trim() === '' && { label: t('warnings.title'), field: 'title' },
        form.participants.length === 0 && { label: t('warnings.participants'), field: 'participants' },
        form.conclusion === null && { label: t('warnings.conclusion'), field: 'conclusion' },
        form.conclusion === 'warn' && form.level === null && { label: t('warnings.level'), field: 'level' },
        form.reason.trim() === '' && { label: t('warnings.grounds'), field: 'reason' },
        !isTimeOrEmpty(form.held) && { label: t('warnings.heldAt'), field: 'heldAt' },
        !isTimeOrEmpty(form.review) && { label: t('warnings.nextReview'), field: 'reviewAt' },
      ]}
      command={() => assessCommand(form, units, waitingIds)}
      draft={draft}
      onClose={onClose}
      onDone={() => {
        onClose();
        if (file === null) navigate({ screen: 'warning', warningId: form.warningId });
      }}
    >
      <div className={styles.fields}>
        <div data-field="title">
          <TextField
            label={t('warnings.title')}
            value={form.title}
            onChange={(title) => change({ title })}
            isDisabled={file?.stage === 'issued'}
            isRequired
          />
        </div>
        <div data-field="heldAt">
          <AtField label={t('warnings.heldAt')} value={form.held} onChange={(held) => change({ held })} />
        </div>
      </div>
      <CluesField clues={waiting} value={form.clueIds} onChange={(ids) => change({ clueIds: ids })} />
      <ParticipantsField value={form.participants} onChange={(participants) => change({ participants })} />
      <Inputs form={form} change={change} />
      <Conclusions form={form} change={change} />
    </ActDialog>
  );
}

type PartProps = { form: AssessForm; change: (change: Partial<AssessForm>) => void };

function Inputs({ form, change }: PartProps) {
  const t = useT();
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{t('warnings.inputs')}</legend>
      {INPUTS.map((name) => (
        <TextArea
          key={name}
          label={t(`warnings.input.${name}`)}
          value={form[name]}
          onChange={(text) => change({ [name]: text })}
        />
      ))}
    </fieldset>
  );
}

function Conclusions({ form, change }: PartProps) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const meant = plan.warnings?.levels.find(({ id }) => id === form.level)?.grade ?? null;
  return (
    <>
      <div data-field="conclusion">
        <ChoiceGroup
          label={t('warnings.conclusion')}
          choices={CONCLUSIONS.map((id) => ({ id, label: t(`warnings.conclusion.${id}`) }))}
          value={form.conclusion}
          onChange={(id) => change({ conclusion: id as Conclusion })}
        />
      </div>
      {form.conclusion === 'warn' && (
        <LevelChoice value={form.level} onChange={(level) => change({ level, likelyGrade: null })} />
      )}
      <div data-field="reason">
        <TextArea
          label={t('warnings.grounds')}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          isRequired
        />
      </div>
      <div className={styles.fields}>
        {form.conclusion === 'warn' && (
          <Select
            label={t('warnings.likelyGrade')}
            choices={plan.grades.map((grade) => ({ id: grade.id, label: label(grade) }))}
            value={form.likelyGrade ?? meant}
            onChange={(likelyGrade) => change({ likelyGrade })}
          />
        )}
        {form.conclusion !== null && form.conclusion !== 'none' && (
          <div data-field="reviewAt">
            <AtField
              label={t('warnings.nextReview')}
              towards="coming"
              placeholder={t('response.comingHint')}
              value={form.review}
              onChange={(review) => change({ review })}
            />
          </div>
        )}
      </div>
    </>
  );
}
