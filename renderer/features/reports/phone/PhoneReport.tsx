/** One call: the script on the left, what to record on the right, then what it met and what comes next. */
import { type KeyboardEvent, useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useReportForm } from '#renderer/app/report/useReportForm.ts';
import { isEnter } from '#renderer/ui/composition.ts';
import type { IncidentFile } from '#shared/contract/rows.ts';
import { IncidentSwitch } from '../IncidentSwitch.tsx';
import { CallForm } from './CallForm.tsx';
import { CallRecorded } from './CallRecorded.tsx';
import styles from './PhoneReport.module.css';
import { Script } from './Script.tsx';
import { Stopwatch } from './Stopwatch.tsx';

export function PhoneReport({ file, onNext }: { file: IncidentFile; onNext: () => void }) {
  const { officer } = useDesk();
  const report = useReportForm({ incident: file, form: 'phone', draftKey: `report/phone/${file.incidentId}` });
  // Recording empties the form; the page goes on showing whom this call was to.
  const [recorded, setRecorded] = useState<{ reportId: string; to: string } | null>(null);
  const to = recorded?.to ?? report.recipients.find(({ isTicked }) => isTicked)?.to ?? report.form.to;

  async function record(): Promise<void> {
    const reportId = await report.record({ sender: officer.name });
    if (reportId !== null) setRecorded({ reportId, to });
  }
  const pressed = (event: KeyboardEvent) => {
    if (recorded !== null || !isEnter(event) || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void record();
  };
  return (
    <div className={styles.page} onKeyDown={pressed} role="presentation">
      <header className={styles.head}>
        <IncidentSwitch incidentId={file.incidentId} title={file.title} form="phone" />
        <Stopwatch isRunning={recorded === null} />
      </header>
      <Script file={file} to={to} />
      {recorded === null ? (
        <CallForm file={file} report={report} onRecord={() => void record()} />
      ) : (
        <CallRecorded file={file} reportId={recorded.reportId} onNext={onNext} />
      )}
    </div>
  );
}
