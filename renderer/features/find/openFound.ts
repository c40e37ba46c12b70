/** Where a found thing is gone to: its own place, or the entry in the log. */
import { showIncident } from '#renderer/app/incidentView.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import type { IncidentEventPayload } from '#shared/domain/incident/events.ts';
import { SIGNED } from '#shared/domain/papers/papers.ts';
import type { Found, FoundEntry, NamedIn } from '#shared/domain/search/rows.ts';

type Entry = { entryId: string; position: number; incidentId: string | null; stream?: string };

/** In the incident's own log; what stands in no incident's, in the desk's. */
function openEntry({ entryId, position, incidentId, stream }: Entry): void {
  const isItsOwn = incidentId !== null && (stream === undefined || stream === `incident/${incidentId}`);
  if (isItsOwn) return showIncident(incidentId, { tab: 'log', entryId });
  navigate({ screen: 'log', position });
}

/** The warning that it is about; a clue that waits by itself. */
function openWarning({ payload }: FoundEntry['row']): void {
  const { warningId, clueId } = (payload ?? {}) as { warningId?: string; clueId?: string };
  if (warningId !== undefined) navigate({ screen: 'warning', warningId });
  else navigate({ screen: 'warnings', ...(clueId !== undefined && { clueId }) });
}

function openPlace({ kind, row }: FoundEntry): void {
  const { incidentId } = row;
  if (kind === 'warning') return openWarning(row);
  if (incidentId === null) return openEntry(row);
  if (kind === 'task') return navigate({ screen: 'groups', incidentId, tab: 'tasks' });
  if (kind === 'bulletin') return navigate({ screen: 'bulletins', incidentId });
  if (row.type === 'DocumentSigned') {
    const { documentId } = row.payload as IncidentEventPayload<'DocumentSigned'>;
    return navigate({ screen: 'report', incidentId, form: 'papers', paper: `${SIGNED}:${documentId}` });
  }
  if (kind === 'report') return showIncident(incidentId, { tab: 'reports' });
  openEntry(row);
}

const openNamed = (namedIn: NamedIn): void =>
  // The desk's own entries, and calls, are in no incident's log.
  namedIn.incidentId === null ? navigate({ screen: 'log', position: namedIn.position }) : openEntry(namedIn);

/** `goesOn`: another search instead. */
export type Opened = { goesOn: string | null };

export function openFound(found: Found): Opened {
  switch (found.kind) {
    case 'incident':
      showIncident(found.incidentId);
      return { goesOn: null };
    case 'person':
      if (found.officerId !== null) navigate({ screen: 'officers' });
      else openNamed(found.namedIn);
      return { goesOn: null };
    case 'unit':
      // The plan names its units nowhere but in what is recorded of them.
      if (found.unitId !== null) return { goesOn: found.name };
      openNamed(found.namedIn);
      return { goesOn: null };
    default:
      openPlace(found);
      return { goesOn: null };
  }
}

/** The entry itself, where its place is another one. */
export function openRecord(found: Found): void {
  if ('row' in found) return openEntry(found.row);
  if (found.kind === 'incident') return showIncident(found.incidentId, { tab: 'log' });
  openNamed(found.namedIn);
}
