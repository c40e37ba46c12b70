/** What those above answered to a request. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optional, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { PersonPicker } from '#renderer/app/directory/PersonPicker.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { AskedProps } from '../asked.ts';

const ANSWERS = ['granted', 'partly', 'refused'] as const;

export function AnswerDialog({ asked: { request }, file, onClose }: AskedProps<'answer'>) {
  const t = useT();
  const acts = useActWords();
  const { form, change, draft } = useForm(`response/answer/${request.requestId}`, () => ({
    answer: null as string | null,
    text: '',
    person: '',
    at: NO_TIME,
  }));
  const answer = ANSWERS.find((id) => id === form.answer);
  return (
    <ActDialog
      title={t('response.answerOf', { unit: acts.organisation(request.to) })}
      act={t('response.answer')}
      missing={[answer === undefined && t('response.answer'), !isTimeOrEmpty(form.at) && t('response.answeredAt')]}
      command={() => ({
        type: 'AnswerReinforcement',
        incidentId: file.incidentId,
        requestId: request.requestId,
        answer: answer ?? 'granted',
        ...optional('text', form.text),
        ...optional('person', form.person),
        ...optionalTime('answeredAt', form.at),
      })}
      draft={draft}
      onClose={onClose}
    >
      <p>{request.what}</p>
      <ChoiceGroup
        label={t('response.answer')}
        choices={ANSWERS.map((id) => ({ id, label: t(`response.answers.${id}`) }))}
        value={form.answer}
        onChange={(id) => change({ answer: id })}
      />
      <div className={styles.fields}>
        <PersonPicker
          label={t('response.answeredBy')}
          value={form.person}
          onChange={(person) => change({ person })}
          onPick={({ name }) => change({ person: name })}
        />
        <AtField label={t('response.answeredAt')} value={form.at} onChange={(at) => change({ at })} />
        <TextArea
          className={styles.wide ?? ''}
          label={t('response.answerText')}
          value={form.text}
          onChange={(text) => change({ text })}
        />
      </div>
    </ActDialog>
  );
}
