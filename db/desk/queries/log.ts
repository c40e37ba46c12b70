/** The log as lines: every entry as it was recorded, with what was struck marked. */
import type { LogRow } from '#shared/contract/rows.ts';
import { logRow } from '#shared/domain/incident/view.ts';
import type { RecordedEvent } from '#shared/domain/recorded.ts';
import { alarmStream, callStream, incidentStream } from '#shared/domain/streams.ts';
import { stateOf } from '../context.ts';
import type { QueryOf } from '../parse.ts';
import { findIncident } from './incidents.ts';
import { type Answered, answered, type QueryParts } from './parts.ts';

/**
 * On the board an import is its beginning and its end; its parts are long, and nothing by themselves [DIRECTORY-1]. Who is
 * calling whom stands in the band of the calls.
 */
const NOT_LATEST = ['ContactsStaged', 'CallStepClaimed', 'CallStepReleased'] as const;
/** A line says how many rows such a part has; what they say stands in the directory. */
const COUNTED = ['ContactsStaged'] as const;

export function listLog(parts: QueryParts, query: QueryOf<'listLog'>): Answered<LogRow[]> {
  const { limit, before = Number.MAX_SAFE_INTEGER, at = parts.clock.now() } = query;
  const page = { before, limit, asOf: at };
  const streams = streamsOf(query);
  const events =
    streams === null ? parts.log.readPage({ ...page, counted: COUNTED }) : parts.log.readStreamsPage(streams, page);
  return answered(events.map((event) => toLogRow(parts, event, at)));
}

/** null: the whole log. */
function streamsOf({ incidentId, stream }: QueryOf<'listLog'>): string[] | null {
  if (stream !== undefined) return [stream];
  return incidentId === undefined ? null : [incidentStream(incidentId), alarmStream(incidentId)];
}

export function latestEntries(parts: QueryParts, at: number, limit: number): LogRow[] {
  const events = parts.log.readPage({ before: Number.MAX_SAFE_INTEGER, limit, asOf: at, without: NOT_LATEST });
  return events.map((event) => toLogRow(parts, event, at));
}

function toLogRow(parts: QueryParts, event: RecordedEvent, at: number): LogRow {
  const incidentId = incidentOf(parts, event.stream);
  const incident = event.stream === incidentStream(incidentId ?? '') ? findIncident(parts, incidentId ?? '') : null;
  if (incident === null) {
    const { position, entryId, stream, type, recordedAt, actor, payload } = event;
    return { position, entryId, stream, incidentId, type, recordedAt, actor, payload, struck: null };
  }
  const row = logRow(incident, event);
  return row.struck !== null && row.struck.at > at ? { ...row, struck: null } : row;
}

function incidentOf({ streams }: QueryParts, stream: string): string | null {
  const [kind, id] = stream.split('/', 2);
  if (id === undefined) return null;
  if (kind === 'incident' || kind === 'alarm') return id;
  if (kind !== 'call') return null;
  const disposition = stateOf('call', streams.get(callStream(id)).state)?.disposition;
  return disposition !== undefined && 'incidentId' in disposition ? disposition.incidentId : null;
}
