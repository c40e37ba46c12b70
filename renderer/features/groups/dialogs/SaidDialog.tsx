/** Acts that are words and a time: progress, result, reason of a return, of a stand-down, an answer, the close. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optional, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { NO_TIME, type TimeValue } from '#renderer/ui/timeValue.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import type { AskedProps } from '../asked.ts';

type Kind = 'note' | 'finish' | 'return' | 'standDown' | 'answer' | 'closeOnScene';
type Said = AskedProps<Kind>['asked'];

export function SaidDialog({ asked, file, onClose }: AskedProps<Kind>) {
  const t = useT();
  const acts = useActWords();
  const { form, change, draft } = useForm(`groups/${asked.kind}/${file.incidentId}/${idOf(asked)}`, () => ({
    text: '',
    at: NO_TIME,
  }));
  const act = t(`groups.said.${asked.kind}`);
  const label = t(`groups.saidLabel.${asked.kind}`);
  const subject =
    'task' in asked
      ? asked.task.what
      : 'unit' in asked
        ? acts.unit(asked.unit.unit)
        : 'instruction' in asked
          ? asked.instruction.from
          : file.title;
  const isNeeded = asked.kind !== 'closeOnScene';
  return (
    <ActDialog
      title={`${act}：${subject}`}
      act={act}
      missing={[isNeeded && form.text.trim() === '' && label, !isTimeOrEmpty(form.at) && t('groups.at')]}
      command={() => commandOf(asked, file.incidentId, form.text.trim(), form.at)}
      draft={draft}
      onClose={onClose}
    >
      <TextArea label={label} value={form.text} onChange={(text) => change({ text })} isRequired={isNeeded} autoFocus />
      <div className={styles.fields}>
        <AtField label={t('groups.at')} value={form.at} onChange={(at) => change({ at })} />
      </div>
    </ActDialog>
  );
}

function idOf(asked: Said): string {
  if ('task' in asked) return asked.task.taskId;
  if ('unit' in asked) return asked.unit.summonsId;
  return 'instruction' in asked ? asked.instruction.instructionId : '';
}

function commandOf(asked: Said, incidentId: string, text: string, when: TimeValue): CommandInput {
  const at = optionalTime('at', when);
  switch (asked.kind) {
    case 'note':
      return { type: 'NoteTask', incidentId, taskId: asked.task.taskId, text, ...at };
    case 'finish':
      return { type: 'FinishTask', incidentId, taskId: asked.task.taskId, result: text, ...at };
    case 'return':
      return { type: 'ReturnTask', incidentId, taskId: asked.task.taskId, reason: text, ...at };
    case 'standDown':
      return { type: 'StandDownUnit', incidentId, summonsId: asked.unit.summonsId, reason: text, ...at };
    case 'answer':
      return {
        type: 'AnswerInstruction',
        incidentId,
        instructionId: asked.instruction.instructionId,
        text,
        ...optionalTime('answeredAt', when),
      };
    case 'closeOnScene':
      return {
        type: 'CloseOnSceneCommand',
        incidentId,
        ...optional('reason', text),
        ...optionalTime('closedAt', when),
      };
  }
}
