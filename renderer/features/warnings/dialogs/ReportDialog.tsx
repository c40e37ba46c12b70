/** 上报: the command was told, by what means, and who took it [plan 3.4.2]. */
import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, MEANS, type Means, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { PersonPicker } from '#renderer/app/directory/PersonPicker.tsx';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { WarningFile } from '#shared/contract/rows.ts';

export function ReportDialog({ file, onClose }: { file: WarningFile; onClose: () => void }) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const { warningId } = file;
  const { form, change, draft } = useForm(`warnings/report/${file.reports.length}/${warningId}`, () => ({
    to: plan.warnings?.reportedTo.unit ?? '',
    person: '',
    means: 'phone' as Means,
    at: NO_TIME,
  }));
  return (
    <ActDialog
      title={`${t('warnings.report')} · ${file.title}`}
      act={t('warnings.report')}
      missing={[
        form.person.trim() === '' && { label: t('warnings.reportedPerson'), field: 'person' },
        !isTimeOrEmpty(form.at) && { label: t('warnings.reportedAt'), field: 'reportedAt' },
      ]}
      command={() => ({
        type: 'ReportWarning',
        warningId,
        to: form.to,
        person: form.person.trim(),
        means: form.means,
        ...optionalTime('reportedAt', form.at),
      })}
      draft={draft}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <Select
          label={t('warnings.reportedUnit')}
          choices={plan.units
            .filter(({ ownDesk }) => ownDesk !== true)
            .map((unit) => ({ id: unit.id, label: label(unit) }))}
          value={form.to}
          onChange={(to) => change({ to })}
          isRequired
        />
        <div data-field="person">
          <PersonPicker
            label={t('warnings.reportedPerson')}
            value={form.person}
            onChange={(person) => change({ person })}
            onPick={({ name }) => change({ person: name })}
            isRequired
            autoFocus
          />
        </div>
        <ChoiceGroup
          label={t('response.means')}
          choices={MEANS.map((id) => ({ id, label: t(`entries.means.${id}`) }))}
          value={form.means}
          onChange={(id) => change({ means: id as Means })}
        />
        <div data-field="reportedAt">
          <AtField label={t('warnings.reportedAt')} value={form.at} onChange={(at) => change({ at })} />
        </div>
      </div>
    </ActDialog>
  );
}
