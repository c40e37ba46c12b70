/** One call: the script on the left, what to record on the right, then what it met and what comes next. */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useKeyCount } from '#renderer/app/keyboard/useKeyCount.ts';
import { useSaveKey } from '#renderer/app/keyboard/useSaveKey.ts';
import { useReportForm } from '#renderer/app/report/useReportForm.ts';
import { classes } from '#renderer/ui/classes.ts';
import type { IncidentFile } from '#shared/contract/rows.ts';
import { IncidentSwitch } from '../IncidentSwitch.tsx';
import frame from '../PaperPage.module.css';
import { CallForm } from './CallForm.tsx';
import { CallRecorded } from './CallRecorded.tsx';
import styles from './PhoneReport.module.css';
import { Script } from './Script.tsx';
import { Stopwatch } from './Stopwatch.tsx';

export function PhoneReport({ file, onNext }: { file: IncidentFile; onNext: () => void }) {
  const { officer, readOnly } = useDesk();
  const report = useReportForm({ incident: file, form: 'phone', draftKey: `report/phone/${file.incidentId}` });
  // Recording empties the form; the page goes on showing whom this call was to.
  const [recorded, setRecorded] = useState<{ reportId: string; to: string } | null>(null);
  const to = recorded?.to ?? report.recipients.find(({ isTicked }) => isTicked)?.to ?? report.form.to;
  const keys = useKeyCount({
    key: recorded === null && !readOnly ? `keys/phone/${file.incidentId}` : null,
    // What is asked for and the own number are drafts of their own.
    form: report.draft.exists ? 'begun' : 'besides',
  });

  async function record(): Promise<void> {
    const reportId = await report.record({ sender: officer.name, ...keys.recorded() });
    if (reportId === null) return;
    keys.reset();
    setRecorded({ reportId, to });
  }
  useSaveKey(() => {
    if (recorded === null && !readOnly) void record();
  });

  return (
    <div className={classes(frame.page, styles.page)} onKeyDownCapture={keys.onKeyDownCapture} role="presentation">
      <header className={classes(frame.head, styles.head)}>
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
