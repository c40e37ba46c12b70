/** Proposals of the office: open until decided, declined, or overtaken by a newer one or by a decision without it. */
import { deskError } from '../checks.ts';
import type { DeskError } from '../errors.ts';
import { type IncidentEntry, type IncidentState, isEntry } from '../incident/incident.ts';
import { isStruck } from '../incident/status.ts';

export type ProposalState = 'open' | 'decided' | 'declined' | 'superseded';
export type Proposal = { entry: IncidentEntry<'ResponseProposed'>; state: ProposalState };

export function proposalsOf(state: IncidentState): Proposal[] {
  const proposals: Proposal[] = [];
  const settle = (proposalId: string | null | undefined, as: ProposalState) => {
    for (const proposal of proposals) {
      if (proposal.state !== 'open') continue;
      const isNamed = proposal.entry.payload.proposalId === proposalId;
      if (isNamed) proposal.state = as;
      else if (as !== 'declined') proposal.state = 'superseded';
    }
  };
  for (const entry of state.entries) {
    if (isStruck(state, entry.entryId)) continue;
    if (isEntry(entry, 'ResponseProposed')) {
      settle(null, 'superseded');
      proposals.push({ entry, state: 'open' });
    } else if (isEntry(entry, 'ProposalDeclined')) settle(entry.payload.proposalId, 'declined');
    else if (
      isEntry(entry, 'ResponseStarted') ||
      isEntry(entry, 'ResponseAdjusted') ||
      isEntry(entry, 'ResponseTerminated')
    )
      settle(entry.payload.proposalId, 'decided');
  }
  return proposals;
}

/** A decision that names a proposal decides that one, open still, and what it proposes. */
export function proposalError(
  state: IncidentState,
  proposalId: string | undefined,
  level: string | null,
): DeskError | null {
  if (proposalId === undefined) return null;
  const field = 'proposalId';
  const proposal = proposalsOf(state).find(({ entry }) => entry.payload.proposalId === proposalId);
  if (proposal === undefined) return deskError('unknownReference', { field, id: proposalId });
  if (proposal.state !== 'open') return deskError('proposalNotOpen', { field, id: proposalId, state: proposal.state });
  const { level: proposed } = proposal.entry.payload;
  return proposed === level ? null : deskError('proposalDiffers', { field, id: proposalId, level: proposed });
}
