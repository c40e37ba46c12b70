/**
 * Whoever has handed over writes down no decision until on duty again: what was decided then belongs to the watch that
 * follows. A 办公室主任 or 指挥长 decides by post and not by watch [HANDOVER-3].
 */
import { deskError } from '../checks.ts';
import type { Command, CommandType } from '../commands.ts';
import type { DecisionContext } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { rolesOf } from '../people/roles.ts';

const DECISIONS: ReadonlySet<CommandType> = new Set([
  'DetermineGrade',
  'WaiveObligation',
  'SignDocument',
  'DeclineProposal',
  'StartResponse',
  'AdjustResponse',
  'TerminateResponse',
  'RecordDelegation',
  'TransferCommand',
  'ApproveBulletin',
  'CloseIncident',
  'MergeIncidents',
]);

export const isDecision = (type: CommandType): boolean => DECISIONS.has(type);

export function relievedFault({ type }: Command, context: DecisionContext): DeskError | null {
  const { actor, desk } = context;
  if (!isDecision(type) || !desk.relieved.includes(actor.officerId)) return null;
  const pinned = desk.plan === null ? null : context.plan(desk.plan.id);
  const byPost = rolesOf(actor.officerId, desk, pinned?.plan ?? null).some(
    (role) => role === 'director' || role === 'commander',
  );
  if (byPost) return null;
  const onWatch = desk.onDuty.find(({ duty }) => duty === 'watch')?.officerId;
  const name = desk.officers.find(({ officerId }) => officerId === onWatch)?.name ?? null;
  return deskError('handedOver', { name });
}
