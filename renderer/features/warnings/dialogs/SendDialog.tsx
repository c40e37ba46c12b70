/** 分发: to whom, by what means, at which minute; ticked are those who have not been sent the standing version. */
import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { WarningFile } from '#shared/contract/rows.ts';
import { type SendMeans, sendMeans } from '#shared/domain/warning/commands.ts';
import { recipientKey } from '../recipients.ts';
import { OtherRecipients } from './OtherRecipients.tsx';
import { inputOf, notSent, type OtherRecipient, recipientsInput } from './recipientsForm.ts';

export function SendDialog({ file, onClose }: { file: WarningFile; onClose: () => void }) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const { warningId, version, recipientRows } = file;
  const { form, change, draft } = useForm(`warnings/send/${version}/${warningId}`, () => ({
    keys: notSent(recipientRows, version),
    others: [] as OtherRecipient[],
    means: null as SendMeans | null,
    at: NO_TIME,
  }));
  const known = new Set(recipientRows.map(({ id }) => id));
  const choices = [
    ...recipientRows.map((row) => ({ key: recipientKey(row), name: row.name, input: inputOf(row) })),
    ...(plan.warnings?.recipients ?? [])
      .filter(({ id }) => !known.has(id))
      .map((recipient) => ({ key: recipient.id, name: label(recipient), input: recipient.id })),
  ];
  const to = [
    ...choices.filter(({ key }) => form.keys.includes(key)).map(({ input }) => input),
    ...recipientsInput({ ids: [], others: form.others }, []),
  ];
  return (
    <ActDialog
      title={`${t('warnings.send')} · ${file.title}`}
      act={t('warnings.send')}
      missing={[
        to.length === 0 && { label: t('warnings.recipients'), field: 'to' },
        form.means === null && { label: t('warnings.means'), field: 'means' },
        !isTimeOrEmpty(form.at) && { label: t('warnings.sentAt'), field: 'sentAt' },
      ]}
      command={() => ({
        type: 'SendWarning',
        warningId,
        version,
        to,
        means: form.means ?? 'phone',
        ...optionalTime('sentAt', form.at),
      })}
      draft={draft}
      onClose={onClose}
    >
      <fieldset data-field="to" className={styles.form}>
        <legend className={styles.legend}>{t('warnings.sendOf', { n: version })}</legend>
        <div className={styles.ticks}>
          {choices.map(({ key, name }) => (
            <Checkbox
              key={key}
              isOn={form.keys.includes(key)}
              onChange={(on) => change({ keys: on ? [...form.keys, key] : form.keys.filter((each) => each !== key) })}
            >
              {name}
            </Checkbox>
          ))}
        </div>
        <OtherRecipients value={form.others} onChange={(others) => change({ others })} />
      </fieldset>
      <div data-field="means">
        <ChoiceGroup
          label={t('warnings.means')}
          choices={sendMeans.map((id) => ({ id, label: t(`entries.sent.${id}`) }))}
          value={form.means}
          onChange={(id) => change({ means: sendMeans.find((each) => each === id) ?? null })}
        />
      </div>
      <div data-field="sentAt">
        <AtField label={t('warnings.sentAt')} value={form.at} onChange={(at) => change({ at })} />
      </div>
    </ActDialog>
  );
}
