/** An officer sets when what has no number calls again, for this desk. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { attentionAt } from './attention.ts';

export function setAttentionMarks(
  { minutes }: CommandOf<'SetAttentionMarks'>,
  { desk, now }: DecisionContext,
): Decision {
  const held = attentionAt(desk.attention, now)?.minutes ?? null;
  const isSame = JSON.stringify(held) === JSON.stringify(minutes);
  if (isSame) return rejected(deskError('nothingChanged', { field: 'minutes' }));
  return accepted([{ stream: 'desk', type: 'AttentionMarksSet', payload: { minutes } }]);
}
