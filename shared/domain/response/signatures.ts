/** 补签: which decisions about the level were given by phone, and which of them are signed for [rules §4]. */

import { type IncidentState, isEntry } from '../incident/incident.ts';
import { standing } from '../incident/status.ts';
import type { ResponseDecision } from '../parts.ts';
import type { RecordedEvent } from '../recorded.ts';
import type { SignatureRow } from '../responseRows.ts';

type Part = Pick<SignatureRow, 'part' | 'act' | 'level'> & { decision: ResponseDecision };

function partsOf(entry: RecordedEvent): Part[] {
  if (isEntry(entry, 'ResponseStarted') || isEntry(entry, 'ResponseAdjusted')) {
    const { level, decision } = entry.payload;
    return [{ part: 'decision', act: entry.type === 'ResponseStarted' ? 'start' : 'adjust', level, decision }];
  }
  if (!isEntry(entry, 'ResponseTerminated')) return [];
  const { level, approval, decision } = entry.payload;
  return [
    { part: 'approval', act: 'terminate', level, decision: approval },
    { part: 'decision', act: 'terminate', level, decision },
  ];
}

/** Every decision by phone, oldest first. */
export function signaturesOf(state: IncidentState): SignatureRow[] {
  const given = standing(state, 'SignatureRecorded');
  return state.entries.flatMap((entry) =>
    partsOf(entry)
      .filter(({ decision }) => decision.means === 'phone')
      .map(({ part, act, level, decision }): SignatureRow => {
        const signed = given.find(({ payload }) => payload.of === entry.entryId && payload.part === part);
        return {
          of: entry.entryId,
          part,
          act,
          level,
          post: decision.post,
          name: decision.name,
          decidedAt: decision.at.at,
          signed:
            signed === undefined
              ? null
              : { by: signed.payload.signedBy, at: signed.payload.at.at, entryId: signed.entryId },
        };
      }),
  );
}
