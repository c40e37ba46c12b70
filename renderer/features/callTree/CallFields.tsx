/** What can be typed during the call; none of it is needed but a name where an acknowledgement is recorded. */
import { AtField } from '#renderer/app/act/AtField.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { CallStepRow } from '#shared/contract/rows.ts';
import styles from './CallTree.module.css';
import { type CallForm, dialled } from './callForm.ts';

type Props = { step: CallStepRow; form: CallForm; change: (change: Partial<CallForm>) => void };

export function CallFields({ step, form, change }: Props) {
  const t = useT();
  return (
    <div className={styles.fields}>
      {step.owesAcknowledgement && (
        <Checkbox
          className={styles.wide ?? ''}
          isOn={form.acknowledge}
          onChange={(acknowledge) => change({ acknowledge })}
        >
          {t('callTree.acknowledge')}
        </Checkbox>
      )}
      <TextField
        label={t('callTree.answeredBy')}
        value={form.answeredBy}
        onChange={(answeredBy) => change({ answeredBy })}
        isRequired={step.owesAcknowledgement && form.acknowledge}
      />
      <AtField label={t('callTree.at')} value={form.at} onChange={(at) => change({ at })} />
      <TextField label={t('callTree.note')} value={form.note} onChange={(note) => change({ note })} />
      <TextField
        label={t('callTree.typeNumber')}
        value={form.number ?? dialled(form, step)}
        onChange={(number) => change({ number })}
        inputMode="tel"
      />
    </div>
  );
}
