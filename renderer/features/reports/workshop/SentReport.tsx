/** A paper that went out: to whom, how, which clocks it met, and for each recipient whether receipt was confirmed by phone. */
import { useAct } from '#renderer/app/act/useAct.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { IncidentFile, ReportRow } from '#shared/contract/rows.ts';
import { MetClocks } from '../MetClocks.tsx';
import { clocksMetBy } from '../metClocks.ts';
import styles from './Workshop.module.css';

type Props = { file: IncidentFile; report: ReportRow };

export function SentReport({ file, report }: Props) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { at } = file.assessment;
  return (
    <div className={styles.sent}>
      <p>
        {t('reports.sentTo', { time: format.timed(report.sent, at), to: words.units(report.recipients) })}
        {report.via && ` · ${report.via}`}
        {report.receiver && ` · ${t('entries.receiver', { name: report.receiver })}`}
      </p>
      <MetClocks clocks={clocksMetBy(file, report)} />
      <ul className={styles.receipts} aria-label={t('reports.receipts')}>
        {report.recipients.map((recipient) => (
          <Receipt key={recipient} file={file} report={report} recipient={recipient} />
        ))}
      </ul>
    </div>
  );
}

function Receipt({ file, report, recipient }: Props & { recipient: string }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { readOnly } = useDesk();
  const { send, busy, failure } = useAct();
  const { form, change, draft } = useForm(`report/receipt/${report.reportId}/${recipient}`, () => ({ person: '' }));
  const unit = words.unit(recipient);
  const receipt = report.receipts.find((each) => each.recipient === recipient);
  if (receipt !== undefined) {
    const { person, at } = receipt;
    return <li>{t('reports.receiptOf', { unit, person, time: format.timed(at, file.assessment.at) })}</li>;
  }
  const person = form.person.trim();
  async function confirm(): Promise<void> {
    if (person === '') return;
    const { reportId } = report;
    const command = { type: 'ConfirmReceipt', incidentId: file.incidentId, reportId, recipient, person } as const;
    if (await send(command, t('reports.receiptRecorded'))) draft.discard();
  }
  return (
    <li className={styles.receipt}>
      {readOnly ? (
        t('reports.receiptOpen', { unit })
      ) : (
        <>
          <TextField
            label={t('reports.receiptPerson', { unit })}
            value={form.person}
            onChange={(typed) => change({ person: typed })}
            onEnter={() => void confirm()}
          />
          <Button
            isDisabled={busy || person === ''}
            aria-label={t('reports.confirmReceiptOf', { unit })}
            onPress={() => void confirm()}
          >
            {t('reports.confirmReceipt')}
          </Button>
        </>
      )}
      {failure && (
        <span role="alert" className={styles.failure}>
          {failure}
        </span>
      )}
    </li>
  );
}
