/** Which act's form is open, and which acts an incident still takes. */
import type { IncidentFile, LogRow } from '#shared/domain/rows.ts';
import type { Obligation } from '#shared/plan/assessment.ts';

export type OpenAct =
  | { kind: 'figures' }
  | { kind: 'grade' }
  | { kind: 'times' }
  | { kind: 'conditions' }
  | { kind: 'duration'; duration: string }
  | { kind: 'details' }
  | { kind: 'demand' }
  | { kind: 'switch'; switch: string }
  | { kind: 'mark'; mark: string }
  | { kind: 'waive'; rule: string }
  | { kind: 'strike'; entry: LogRow }
  | { kind: 'merge' }
  | { kind: 'close' }
  | { kind: 'report'; row: Obligation }
  | { kind: 'whyClock'; row: Obligation }
  | { kind: 'whyGrade' }
  | { kind: 'whyLevel' };

export type Standing = 'open' | 'closed' | 'merged';

export function standingOf({ closedAt, mergedInto }: Pick<IncidentFile, 'closedAt' | 'mergedInto'>): Standing {
  if (mergedInto !== null) return 'merged';
  return closedAt === null ? 'open' : 'closed';
}

/** What may still come in after closing, e.g. in the 30 days of supplementary reports. */
const AFTER_CLOSING: readonly OpenAct['kind'][] = ['figures', 'grade', 'demand', 'strike', 'report'];

export function takes(standing: Standing, kind: OpenAct['kind']): boolean {
  return standing === 'open' || (standing === 'closed' && AFTER_CLOSING.includes(kind));
}
