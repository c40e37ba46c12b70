/** 登记发出: when, how, to whom; what is owed elsewhere at the same time is offered with it. */
import { DraftSaved } from '#renderer/app/desk/DraftSaved.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { KeyCount } from '#renderer/app/keyboard/useKeyCount.ts';
import { useSaveKey } from '#renderer/app/keyboard/useSaveKey.ts';
import {
  ReceiverField,
  RecipientsField,
  ReportFailure,
  SentField,
  ViaField,
} from '#renderer/app/report/ReportFields.tsx';
import { useReportForm } from '#renderer/app/report/useReportForm.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { DocumentRow, IncidentFile } from '#shared/contract/rows.ts';
import styles from './Workshop.module.css';

type Props = { file: IncidentFile; document: DocumentRow; keys: KeyCount; onSent: () => void };

export function SendForm({ file, document, keys, onSent }: Props) {
  const t = useT();
  const report = useReportForm({
    incident: file,
    form: 'written',
    document,
    draftKey: `report/send/${document.documentId}`,
  });
  async function record(): Promise<void> {
    if ((await report.record(keys.recorded())) === null) return;
    keys.reset();
    onSent();
  }
  useSaveKey(() => void record());

  return (
    <form className={styles.sent} aria-label={t('reports.send')} onSubmit={(event) => event.preventDefault()}>
      <h2 className={styles.heading}>{t('reports.send')}</h2>
      <SentField report={report} label={t('reports.sentAt')} />
      <ViaField report={report} />
      <ReceiverField report={report} />
      <RecipientsField report={report} />
      <ReportFailure report={report} />
      <div className={styles.row}>
        <Button variant="primary" kbd="Ctrl ⏎" isDisabled={report.busy} onPress={() => void record()}>
          {t('reports.recordSent')}
        </Button>
        <DraftSaved draft={report.draft} />
      </div>
    </form>
  );
}
