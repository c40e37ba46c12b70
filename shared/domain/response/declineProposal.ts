/** Who may decide a proposal says no; the office may propose again. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import type { DelegatedAct } from '../parts.ts';
import { futureTimes } from '../questions.ts';
import { decideAs } from './decider.ts';
import { levelInForce } from './levels.ts';
import { proposalsOf } from './proposals.ts';

export function declineProposal(command: CommandOf<'DeclineProposal'>, context: DecisionContext): Decision {
  const { proposalId, decision, reason } = command;
  return onIncident(command, context, 'open', (subject) => {
    const { state } = subject;
    const proposal = proposalsOf(state).find(({ entry }) => entry.payload.proposalId === proposalId);
    const field = 'proposalId';
    if (proposal === undefined) return rejected(deskError('unknownReference', { field, id: proposalId }));
    if (proposal.state !== 'open') {
      return rejected(deskError('proposalNotOpen', { field, id: proposalId, state: proposal.state }));
    }
    const inForce = levelInForce(state);
    const act = actOf(proposal.entry.payload.level, inForce !== null);
    const given = decideAs(subject, inForce, decision, act, 'decision', nowTimed(context));
    if (!given.ok) return rejected(given.error);
    const event = incidentEvent(command, 'ProposalDeclined', { proposalId, decision: given.value, reason });
    return decided([event], futureTimes({ 'decision.at': decision.at }, context.now));
  });
}

function actOf(level: string | null, isRunning: boolean): DelegatedAct {
  if (level === null) return { act: 'terminate' };
  return { act: isRunning ? 'adjust' : 'start', level };
}
