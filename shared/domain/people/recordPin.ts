/** A PIN is set by its owner and by nobody else; taken away by the 办公室主任 or a 管理员, and never from oneself. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';

export function recordPin({ officerId, what }: CommandOf<'RecordPin'>, { desk, actor }: DecisionContext): Decision {
  if (!desk.officers.some((officer) => officer.officerId === officerId)) {
    return rejected(deskError('unknownOfficer', { field: 'officerId', id: officerId }));
  }
  const isOwn = actor.officerId === officerId;
  if (isOwn !== (what === 'set')) return rejected(deskError(what === 'set' ? 'pinNotYours' : 'pinResetOwn'));
  return accepted([{ stream: 'desk', type: what === 'set' ? 'PinSet' : 'PinReset', payload: { officerId } }]);
}
