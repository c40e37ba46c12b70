/** 补签: what was decided or signed off by phone, and which of it is signed for [rules §4, §7]. */

import { type IncidentState, isEntry } from '../incident/incident.ts';
import { standing } from '../incident/status.ts';
import type { ResponseDecision } from '../parts.ts';
import type { RecordedEvent } from '../recorded.ts';
import type { SignatureRow } from '../responseRows.ts';

type Part = Pick<SignatureRow, 'part' | 'act' | 'level' | 'title'> & {
  decision: Omit<ResponseDecision, 'post'> & { post: string | null };
};

function partsOf(entry: RecordedEvent): Part[] {
  if (isEntry(entry, 'ResponseStarted') || isEntry(entry, 'ResponseAdjusted')) {
    const { level, decision } = entry.payload;
    const act = entry.type === 'ResponseStarted' ? 'start' : 'adjust';
    return [{ part: 'decision', act, level, title: null, decision }];
  }
  if (isEntry(entry, 'DocumentSigned')) {
    const { issue, signedOffBy: name, content } = entry.payload;
    if (issue === undefined) return [];
    const { post, means, at } = issue;
    return [
      { part: 'signOff', act: 'signOff', level: null, title: content.title, decision: { post, name, means, at } },
    ];
  }
  if (!isEntry(entry, 'ResponseTerminated')) return [];
  const { level, approval, decision } = entry.payload;
  return [
    { part: 'approval', act: 'terminate', level, title: null, decision: approval },
    { part: 'decision', act: 'terminate', level, title: null, decision },
  ];
}

/** Every decision by phone, oldest first. */
export function signaturesOf(state: IncidentState): SignatureRow[] {
  const given = standing(state, 'SignatureRecorded');
  return state.entries.flatMap((entry) =>
    partsOf(entry)
      .filter(({ decision }) => decision.means === 'phone')
      .map(({ part, act, level, title, decision }): SignatureRow => {
        const signed = given.find(({ payload }) => payload.of === entry.entryId && payload.part === part);
        return {
          of: entry.entryId,
          part,
          act,
          level,
          title,
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
