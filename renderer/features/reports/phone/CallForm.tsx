/** What is written down about the call: to whom, who took it, whether it was read back, the minute. */
import { DraftSaved } from '#renderer/app/desk/DraftSaved.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import {
  DemandField,
  KindField,
  ReceiverField,
  RecipientsField,
  ReportFailure,
  SentField,
} from '#renderer/app/report/ReportFields.tsx';
import type { ReportDraft } from '#renderer/app/report/useReportForm.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { IncidentFile } from '#shared/contract/rows.ts';
import styles from './PhoneReport.module.css';

type Props = { file: IncidentFile; report: ReportDraft; onRecord: () => void };

export function CallForm({ file, report, onRecord }: Props) {
  const t = useT();
  const { readOnly } = useDesk();
  const { form, change } = report;
  return (
    <form className={styles.form} aria-label={t('reports.callForm')} onSubmit={(event) => event.preventDefault()}>
      <div className={styles.fields}>
        <ReceiverField report={report} autoFocus />
        <Checkbox isOn={form.readBack} onChange={(readBack) => change({ readBack })}>
          {t('reports.readBack')}
        </Checkbox>
        <RecipientsField report={report} />
        <SentField report={report} label={t('reports.callAt')} />
        <KindField report={report} />
        <DemandField report={report} demands={file.demands} />
        <TextArea label={t('reports.note')} value={form.note} onChange={(note) => change({ note })} rows={2} />
      </div>
      <footer className={styles.foot}>
        <ReportFailure report={report} />
        {readOnly ? (
          <p className={styles.quiet}>{t('app.readOnly')}</p>
        ) : (
          <>
            <Button variant="primary" size="l" kbd="Ctrl ⏎" isDisabled={report.busy} onPress={onRecord}>
              {t('reports.record')}
            </Button>
            <DraftSaved draft={report.draft} />
          </>
        )}
      </footer>
    </form>
  );
}
