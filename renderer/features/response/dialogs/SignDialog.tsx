/** 补签: the paper under a decision that was given by phone. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optional, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useSignatureWords } from '#renderer/app/act/useSignatureWords.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { AskedProps } from '../asked.ts';

export function SignDialog({ asked: { signature }, file, onClose }: AskedProps<'sign'>) {
  const t = useT();
  const what = useSignatureWords();
  const { form, change, draft } = useForm(`response/sign/${signature.of}/${signature.part}`, () => ({
    by: signature.name,
    at: NO_TIME,
  }));
  return (
    <ActDialog
      title={`${t('response.sign')}：${what(signature)}`}
      act={t('response.sign')}
      missing={[form.by.trim() === '' && t('response.signer'), !isTimeOrEmpty(form.at) && t('response.signedAt')]}
      command={() => ({
        type: 'RecordSignature',
        incidentId: file.incidentId,
        of: signature.of,
        part: signature.part,
        ...optional('signedBy', form.by),
        ...optionalTime('signedAt', form.at),
      })}
      draft={draft}
      onClose={onClose}
      size="s"
    >
      <div className={styles.fields}>
        <TextField
          label={t('response.signer')}
          value={form.by}
          onChange={(by) => change({ by })}
          isRequired
          autoFocus
        />
        <AtField label={t('response.signedAt')} value={form.at} onChange={(at) => change({ at })} />
      </div>
    </ActDialog>
  );
}
