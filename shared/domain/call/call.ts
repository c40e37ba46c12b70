/** One call 接报: a record of its own, written once. */
import type { Actor, RecordedEvent } from '../recorded.ts';
import type { CallTakenPayload } from './events.ts';

export type CallState = CallTakenPayload & { kind: 'call'; entryId: string; recordedAt: number; actor: Actor };

export function evolveCall(state: CallState | null, event: RecordedEvent): CallState | null {
  if (event.type !== 'CallTaken' || state !== null) return state;
  const { entryId, recordedAt, actor } = event;
  return { ...(event.payload as CallTakenPayload), kind: 'call', entryId, recordedAt, actor };
}
