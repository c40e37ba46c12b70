/** 首报, 续报 or 终报 in writing: its elements, its page, its signature, and that it was sent. */

import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import type { IncidentFile } from '#shared/contract/rows.ts';
import type { ReportRole } from '#shared/domain/report/composeReport.ts';
import { sinceLastReport } from '#shared/domain/report/since.ts';
import { Workshop } from './workshop/Workshop.tsx';

type Props = { incidentId: string; report: ReportRole };

export function WorkshopScreen({ incidentId, report }: Props) {
  const query = useDeskQuery({ type: 'getIncident', incidentId });
  return (
    <Loaded query={query}>{(file) => <WithFacts key={`${report} ${incidentId}`} file={file} report={report} />}</Loaded>
  );
}

/** The incident as it was when it was last reported stands beside it as it is. */
function WithFacts({ file, report }: { file: IncidentFile; report: ReportRole }) {
  const { plan } = useDesk();
  const { incidentId } = file;
  const response = useDeskQuery({ type: 'getResponse', incidentId });
  // Only a 续报 goes on from what was said; the others bring the whole.
  const since = report === 'followUp' ? (sinceLastReport(plan, file)?.at ?? null) : null;
  const before = useLastKnown(
    useDeskQuery(since === null ? null : { type: 'getIncident', incidentId, at: since }).data,
  );
  if (since !== null && before === undefined) return null;
  return (
    <Loaded query={response}>
      {(found) => (
        <Workshop
          facts={{ file, response: found, before: since === null ? null : (before ?? null), since }}
          report={report}
        />
      )}
    </Loaded>
  );
}

/** Sending a report moves what the next one goes on from; until that is read the page stays as it is. */
function useLastKnown<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
