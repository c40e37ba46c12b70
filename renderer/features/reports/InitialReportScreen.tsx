/** 首报 书面: its elements, its page, its signature, and that it was sent. */

import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { InitialReport } from './initial/InitialReport.tsx';

export function InitialReportScreen({ incidentId }: { incidentId: string }) {
  const query = useDeskQuery({ type: 'getIncident', incidentId });
  return <Loaded query={query}>{(file) => <InitialReport key={incidentId} file={file} />}</Loaded>;
}
