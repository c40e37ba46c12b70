/** F3 事件: one incident's file. */
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { IncidentPage } from './IncidentPage.tsx';

export function IncidentScreen({ incidentId }: { incidentId: string }) {
  const query = useDeskQuery({ type: 'getIncident', incidentId });
  return <Loaded query={query}>{(file) => <IncidentPage key={incidentId} file={file} />}</Loaded>;
}
