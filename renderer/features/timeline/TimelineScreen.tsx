/** 时间线: an incident's night as one picture, as it is known now or was at any instant. */
import { useMemo, useState } from 'react';
import { ForIncident } from '#renderer/app/act/ForIncident.tsx';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { TimelinePage } from './TimelinePage.tsx';
import { useMinute } from './useMinute.ts';

export function TimelineScreen({ incidentId }: { incidentId: string | null }) {
  return (
    <ForIncident screen="timeline" incidentId={incidentId}>
      {(id) => <OfIncident key={id} incidentId={id} />}
    </ForIncident>
  );
}

function OfIncident({ incidentId }: { incidentId: string }) {
  const now = useMinute();
  const [chosen, setKnownAt] = useState<number | null>(null);
  // A replay that was moved back before it knows no more than its own instant.
  const knownAt = chosen !== null && chosen < now ? chosen : null;
  const past = knownAt === null ? {} : { at: knownAt };
  const file = useLast(useDeskQuery({ type: 'getIncident', incidentId, ...past }));
  const response = useLast(useDeskQuery({ type: 'getResponse', incidentId, ...past }));
  const known = useMemo(() => ({ at: knownAt, set: setKnownAt }), [knownAt]);
  return (
    <Loaded query={file}>
      {(found) => (
        <Loaded query={response}>
          {(rest) => <TimelinePage file={found} response={rest} now={now} known={known} />}
        </Loaded>
      )}
    </Loaded>
  );
}

/** What stood there stays while another instant is asked for. */
function useLast<Query extends { data: unknown }>(query: Query): Query {
  const [last, setLast] = useState(query);
  if (query.data !== undefined && query.data !== last.data) setLast(query);
  return query.data === undefined && last.data !== undefined ? { ...query, data: last.data } : query;
}
