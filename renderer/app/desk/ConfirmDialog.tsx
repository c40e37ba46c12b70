/** Shows the question that a command was answered with: what is odd, in words, once. */
import { useContext } from 'react';
import { AlertDialog } from '#renderer/ui/Dialog.tsx';
import { confirmText } from '#shared/contract/errorText.ts';
import { useT } from '../i18n/locale.ts';
import { useConfirmStore } from './confirm.ts';
import { DeskContext } from './deskContext.ts';

export function ConfirmDialog() {
  const t = useT();
  const plan = useContext(DeskContext)?.plan;
  const first = useConfirmStore(({ waiting }) => waiting[0]);
  if (!first) return null;
  return (
    <AlertDialog
      title={t('app.confirm.title')}
      isOpen
      confirmLabel={t('app.confirm.yes')}
      cancelLabel={t('app.confirm.no')}
      onConfirm={() => first.answer(true)}
      onCancel={() => first.answer(false)}
    >
      <ul>
        {first.questions.map((question) => (
          <li key={`${question.code} ${JSON.stringify(question.params)}`}>{confirmText(question, plan)}</li>
        ))}
      </ul>
    </AlertDialog>
  );
}
