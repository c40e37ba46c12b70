/** Which incident an entry belongs to, from the entry alone. */
import type { CallTakenPayload } from '#shared/domain/call/events.ts';
import type { DeskEventPayload } from '#shared/domain/desk/events.ts';
import type { RecordedEvent } from '#shared/domain/recorded.ts';

export function incidentOfEntry({
  stream,
  type,
  payload,
}: Pick<RecordedEvent, 'stream' | 'type' | 'payload'>): string | null {
  const slash = stream.indexOf('/');
  const kind = stream.slice(0, slash);
  if (kind === 'incident' || kind === 'alarm') return stream.slice(slash + 1);
  if (type === 'DocumentNumbered') return (payload as DeskEventPayload<'DocumentNumbered'>).incidentId ?? null;
  if (type !== 'CallTaken') return null;
  const { disposition } = payload as CallTakenPayload;
  return 'incidentId' in disposition ? disposition.incidentId : null;
}
