/** A signed version: it cannot be changed any more; it is printed, and its sending is recorded. */
import { type KeyboardEvent, useState } from 'react';
import { DraftSaved } from '#renderer/app/desk/DraftSaved.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { ReceiverField, SentField } from '#renderer/app/report/ReportFields.tsx';
import { ReportRecipients } from '#renderer/app/report/ReportRecipients.tsx';
import { useReportForm } from '#renderer/app/report/useReportForm.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isEnter } from '#renderer/ui/composition.ts';
import type { DocumentRow, IncidentFile } from '#shared/contract/rows.ts';
import { MetClocks } from '../MetClocks.tsx';
import { clocksMetBy } from '../metClocks.ts';
import styles from './InitialReport.module.css';
import type { Version } from './initialDraft.ts';

type Props = { file: IncidentFile; version: Version };

export function SignedPanel({ file, version: { number, document, sent } }: Props) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { readOnly } = useDesk();
  const { at } = file.assessment;
  const [again, setAgain] = useState(false);
  return (
    <section className={styles.editor} aria-label={t('reports.version', { n: number })}>
      <div className={styles.fields}>
        <p>
          <strong>{t('reports.signedBy', { name: document.signedOffBy })}</strong>{' '}
          <span className={styles.note}>
            {format.instant(document.recordedAt, at)} · {t('reports.recordedBy', { name: document.actor.name })}
          </span>
        </p>
        <p className={styles.note}>{t('reports.immutable')}</p>
        {sent.map((report) => (
          <div key={report.reportId} className={styles.sent}>
            <p>
              {t('reports.sentTo', { time: format.timed(report.sent, at), to: words.units(report.recipients) })}
              {report.receiver && ` · ${t('entries.receiver', { name: report.receiver })}`}
            </p>
            <MetClocks clocks={clocksMetBy(file, report)} />
          </div>
        ))}
        {!readOnly && (sent.length === 0 || again) && (
          <SendForm key={sent.length} file={file} document={document} onSent={() => setAgain(false)} />
        )}
      </div>
      <footer className={styles.foot}>
        <div className={styles.row}>
          <Button variant={sent.length === 0 ? 'primary' : 'plain'} onPress={() => window.print()}>
            {t('reports.print')}
          </Button>
          {!readOnly && sent.length > 0 && !again && (
            <Button onPress={() => setAgain(true)}>{t('reports.sendAgain')}</Button>
          )}
        </div>
      </footer>
    </section>
  );
}

function SendForm({ file, document, onSent }: { file: IncidentFile; document: DocumentRow; onSent: () => void }) {
  const t = useT();
  const report = useReportForm({
    incident: file,
    form: 'written',
    document,
    draftKey: `report/send/${document.documentId}`,
  });
  const { problems, failure } = report;
  async function record(): Promise<void> {
    if ((await report.record()) !== null) onSent();
  }
  const pressed = (event: KeyboardEvent) => {
    if (!isEnter(event) || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void record();
  };
  return (
    <form className={styles.sent} aria-label={t('reports.send')} onSubmit={(event) => event.preventDefault()}>
      <div className={styles.sendFields} role="presentation" onKeyDown={pressed}>
        <h2 className={styles.heading}>{t('reports.send')}</h2>
        <SentField report={report} label={t('reports.sentAt')} />
        <ReceiverField report={report} />
        <ReportRecipients
          legend={t('reports.recipients')}
          recipients={report.recipients}
          onTick={report.tick}
          error={problems.includes('recipients') ? t('reports.recipientsNeeded') : null}
        />
        {failure && (
          <p role="alert" className={styles.failure}>
            {failure}
          </p>
        )}
        <div className={styles.row}>
          <Button variant="primary" kbd="Ctrl ⏎" isDisabled={report.busy} onPress={() => void record()}>
            {t('reports.recordSent')}
          </Button>
          <DraftSaved draft={report.draft} />
        </div>
      </div>
    </form>
  );
}
