/** Who is told at the issue: those whom the plan names for the areas, until the officer says otherwise [plan 3.4.2]. */
import styles from '#renderer/app/act/Act.module.css';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { OtherRecipients } from './OtherRecipients.tsx';
import type { RecipientsForm } from './recipientsForm.ts';

type Props = { value: RecipientsForm; byPlan: readonly string[]; onChange: (value: RecipientsForm) => void };

export function RecipientsField({ value, byPlan, onChange }: Props) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const ids = value.ids ?? byPlan;
  return (
    <fieldset data-field="recipients" className={styles.form}>
      <legend className={styles.legend}>{t('warnings.recipients')}</legend>
      <div className={styles.ticks}>
        {(plan.warnings?.recipients ?? []).map((recipient) => (
          <Checkbox
            key={recipient.id}
            isOn={ids.includes(recipient.id)}
            onChange={(on) =>
              onChange({ ...value, ids: on ? [...ids, recipient.id] : ids.filter((id) => id !== recipient.id) })
            }
          >
            {label(recipient)}
          </Checkbox>
        ))}
      </div>
      <OtherRecipients value={value.others} onChange={(others) => onChange({ ...value, others })} />
    </fieldset>
  );
}
