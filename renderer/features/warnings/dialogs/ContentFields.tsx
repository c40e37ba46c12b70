/** The text of a warning, field by field, those first that the plan demands; the text message with its length. */
import styles from '#renderer/app/act/Act.module.css';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { ToggleGroup } from '#renderer/ui/ToggleGroup.tsx';
import { MOST_MESSAGE_CHARACTERS } from '#shared/domain/warning/commands.ts';
import type { ContentForm } from './contentForm.ts';

type Props = { value: ContentForm; onChange: (change: Partial<ContentForm>) => void };

const TEXTS = ['impact', 'cautions', 'measures'] as const;

export function ContentFields({ value, onChange }: Props) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const isNeeded = (field: string) => plan.warnings?.required.some((each) => each.field === field) === true;
  const size = value.message.trim().length;
  const tooLong = t('warnings.messageTooLong', { n: size, most: MOST_MESSAGE_CHARACTERS });
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{t('warnings.text')}</legend>
      <div className={styles.wide} data-field="area">
        <ToggleGroup
          label={t('warnings.area')}
          choices={plan.areas.map((area) => ({ id: area.id, label: label(area) }))}
          value={value.areas}
          onChange={(areas) => onChange({ areas })}
        />
      </div>
      <TextField
        label={t('warnings.otherAreas')}
        value={value.otherAreas}
        onChange={(otherAreas) => onChange({ otherAreas })}
      />
      <TextField label={t('warnings.place')} value={value.place} onChange={(place) => onChange({ place })} />
      <div data-field="kind">
        <Select
          label={t('warnings.kind')}
          choices={(plan.warnings?.kinds ?? []).map((kind) => ({ id: kind.id, label: label(kind) }))}
          value={value.kind}
          onChange={(kind) => onChange({ kind })}
          isRequired={isNeeded('kind')}
        />
      </div>
      <div data-field="startsAt">
        <AtField
          label={t('warnings.startsAt')}
          towards="coming"
          placeholder={t('warnings.startsHint')}
          value={value.starts}
          onChange={(starts) => onChange({ starts })}
          isRequired={isNeeded('startsAt')}
        />
      </div>
      <div data-field="endsAt">
        <AtField
          label={t('warnings.endsAt')}
          towards="coming"
          placeholder={t('warnings.endsHint')}
          value={value.ends}
          onChange={(ends) => onChange({ ends })}
        />
      </div>
      {TEXTS.map((field) => (
        <div key={field} className={styles.wide} data-field={field}>
          <TextArea
            label={t(`warnings.${field}`)}
            value={value[field]}
            onChange={(text) => onChange({ [field]: text })}
            isRequired={isNeeded(field)}
          />
        </div>
      ))}
      <div className={styles.wide} data-field="message">
        <TextArea
          label={t('warnings.message')}
          hint={t('warnings.messageHint', { n: size, most: MOST_MESSAGE_CHARACTERS })}
          value={value.message}
          onChange={(message) => onChange({ message })}
          error={size > MOST_MESSAGE_CHARACTERS ? tooLong : null}
        />
      </div>
    </fieldset>
  );
}
