/** One clue 线索: as it came in, until it is assessed with a warning or put aside. */
import { type WarnedFile, warnedFile } from '../attachment/attachment.ts';
import type { Actor, RecordedEvent, StreamId } from '../recorded.ts';
import type { ClueEventPayload, ClueEventType } from './events.ts';

export type Settled =
  | { how: 'linked'; warningId: string; title: string; at: number }
  | { how: 'dismissed'; reason: string; at: number };

export type ClueState = {
  kind: 'clue';
  clueId: string;
  told: ClueEventPayload<'ClueRecorded'>;
  entryId: string;
  recordedAt: number;
  actor: Actor;
  /** null: it waits for assessment. */
  settled: Settled | null;
  attachments: readonly WarnedFile[];
};

export const clueStream = (clueId: string): StreamId => `clue/${clueId}`;

export function evolveClue(state: ClueState | null, event: RecordedEvent): ClueState | null {
  const { entryId, recordedAt, actor } = event;
  switch (event.type as ClueEventType | 'FileAttached') {
    case 'ClueRecorded': {
      if (state !== null) return state;
      const told = event.payload as ClueEventPayload<'ClueRecorded'>;
      return { kind: 'clue', clueId: told.clueId, told, entryId, recordedAt, actor, settled: null, attachments: [] };
    }
    case 'ClueLinked': {
      if (state === null || state.settled !== null) return state;
      const { warningId, title } = event.payload as ClueEventPayload<'ClueLinked'>;
      return { ...state, settled: { how: 'linked', warningId, title, at: recordedAt } };
    }
    case 'ClueDismissed': {
      if (state === null || state.settled !== null) return state;
      const { reason } = event.payload as ClueEventPayload<'ClueDismissed'>;
      return { ...state, settled: { how: 'dismissed', reason, at: recordedAt } };
    }
    case 'FileAttached':
      return state === null ? state : { ...state, attachments: [...state.attachments, warnedFile(event)] };
    default:
      return state;
  }
}
