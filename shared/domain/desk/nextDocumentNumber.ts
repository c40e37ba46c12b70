/** The next 发文字号 of the year; none where the desk gives no numbers [DOC-3]. */
import { documentNumber } from '#shared/documents/officialText.ts';
import type { DecisionContext } from '../decision.ts';
import type { NewEvent } from '../recorded.ts';
import { yearOf } from '../report/timeText.ts';
import { nextNumber } from './desk.ts';

export type NumberGiven = { number: string | null; events: NewEvent[] };
type Numbered = { documentId: string } & ({ incidentId: string } | { warningId: string });

export function nextDocumentNumber(
  { desk, now }: Pick<DecisionContext, 'desk' | 'now'>,
  timeZone: string,
  of: Numbered,
): NumberGiven {
  const { numberPrefix } = desk.papers;
  if (numberPrefix === null) return { number: null, events: [] };
  const year = yearOf(now, timeZone);
  const n = nextNumber(desk, year);
  const number = documentNumber(numberPrefix, year, n);
  return { number, events: [{ stream: 'desk', type: 'DocumentNumbered', payload: { year, n, number, ...of } }] };
}
