/** One call 接报: a record of its own, written once; where it is with no incident, its files come after. */
import type { AttachedTo, KeptFile } from '../attachment/attachment.ts';
import type { Actor, RecordedEvent } from '../recorded.ts';
import type { AttachmentRow } from '../rows.ts';
import type { CallTakenPayload } from './events.ts';

export type CallState = CallTakenPayload & {
  kind: 'call';
  entryId: string;
  recordedAt: number;
  position: number;
  actor: Actor;
  attachments: readonly AttachmentRow[];
};

export function evolveCall(state: CallState | null, event: RecordedEvent): CallState | null {
  const { entryId, recordedAt, position, actor } = event;
  if (event.type === 'CallTaken' && state === null)
    return {
      ...(event.payload as CallTakenPayload),
      kind: 'call',
      entryId,
      recordedAt,
      position,
      actor,
      attachments: [],
    };
  if (event.type !== 'FileAttached' || state === null) return state;
  const payload = event.payload as { attachmentId: string; of: AttachedTo; file: KeptFile };
  return { ...state, attachments: [...state.attachments, { ...payload, entryId, recordedAt, actor, struck: false }] };
}
