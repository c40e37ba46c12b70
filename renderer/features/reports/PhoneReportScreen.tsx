/** F4 电话报告: whom to call, what to read out, and what was said to whom, recorded while the receiver is still at the ear. */
import { useState } from 'react';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { PhoneReport } from './phone/PhoneReport.tsx';

export function PhoneReportScreen({ incidentId }: { incidentId: string }) {
  const query = useDeskQuery({ type: 'getIncident', incidentId });
  // Each call is a form of its own.
  const [call, setCall] = useState(1);
  return (
    <Loaded query={query}>
      {(file) => <PhoneReport key={`${incidentId} ${call}`} file={file} onNext={() => setCall((n) => n + 1)} />}
    </Loaded>
  );
}
