import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { dutyPosts, type OfficerForm } from './officerForm.ts';
import styles from './Setup.module.css';

type OfficerFieldsProps = {
  plan: PlanPackage | undefined;
  value: OfficerForm;
  onChange: (value: OfficerForm) => void;
  /** Shows what is missing. */
  checked: boolean;
  autoFocus?: boolean;
};

export function OfficerFields({ plan, value, onChange, checked, autoFocus = false }: OfficerFieldsProps) {
  const t = useT();
  const label = useLabel();
  return (
    <div className={styles.pair}>
      <TextField
        label={t('setup.name')}
        hint={t('setup.name.hint')}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        error={checked && value.name.trim() === '' ? t('setup.nameNeeded') : null}
        autoFocus={autoFocus}
        isRequired
      />
      <ComboBox
        label={t('setup.post')}
        hint={t('setup.post.hint')}
        choices={dutyPosts(plan).map((post) => ({ id: post.id, label: label(post) }))}
        value={value.post}
        onChange={(post) => onChange({ ...value, post })}
        error={checked && value.post.trim() === '' ? t('setup.postNeeded') : null}
        isRequired
      />
    </div>
  );
}
