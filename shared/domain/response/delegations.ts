/**
 * Delegation of one decision: recorded before, to a named post, until an instant, used once, never delegated on, since
 * the delegating post must hold the authority itself [inferred, rules §4].
 */
import type { Timed } from '#shared/plan/facts.ts';
import { deskError } from '../checks.ts';
import type { DeskError } from '../errors.ts';
import { type IncidentEntry, type IncidentState, isEntry } from '../incident/incident.ts';
import { isStruck, standing } from '../incident/status.ts';
import type { DecisionInput, DelegatedAct, ResponseDecision } from '../parts.ts';
import { isBefore } from '../questions.ts';
import type { RecordedEvent } from '../recorded.ts';

export type DelegationEntry = IncidentEntry<'DelegationRecorded'>;

export const delegationsOf = (state: IncidentState): DelegationEntry[] => standing(state, 'DelegationRecorded');

/** Every decision an entry holds. */
export function decisionsIn(entry: RecordedEvent): ResponseDecision[] {
  if (isEntry(entry, 'ResponseTerminated')) return [entry.payload.decision, entry.payload.approval];
  if (isEntry(entry, 'ResponseStarted') || isEntry(entry, 'ResponseAdjusted') || isEntry(entry, 'ProposalDeclined'))
    return [entry.payload.decision];
  return [];
}

export const usedDelegations = (state: IncidentState): ReadonlySet<string> =>
  new Set(
    state.entries
      .filter(({ entryId }) => !isStruck(state, entryId))
      .flatMap(decisionsIn)
      .flatMap(({ delegationId }) => delegationId ?? []),
  );

export const isExpired = (expires: Timed, at: Timed): boolean => isBefore(expires, at);

/** The delegation this decision rests on, or why it cannot. */
export function delegationFor(
  state: IncidentState,
  decision: DecisionInput & { delegationId: string },
  at: Timed,
  act: DelegatedAct,
  field: string,
): { from: string } | DeskError {
  const { delegationId, post, name } = decision;
  const found = delegationsOf(state).find(({ payload }) => payload.delegationId === delegationId);
  if (found === undefined) return deskError('unknownReference', { field: `${field}.delegationId`, id: delegationId });
  const { from, to, for: delegated, at: given, expires } = found.payload;
  const why = usedDelegations(state).has(delegationId)
    ? 'used'
    : to.post !== post || (to.name !== null && to.name !== name)
      ? 'otherPerson'
      : !isSameAct(delegated, act)
        ? 'otherDecision'
        : isBefore(at, given)
          ? 'notYet'
          : isExpired(expires, at)
            ? 'expired'
            : null;
  if (why === null) return { from: from.post };
  return deskError('delegationNotValid', { field: `${field}.delegationId`, id: delegationId, why, to: to.post });
}

function isSameAct(a: DelegatedAct, b: DelegatedAct): boolean {
  const levelIn = (act: DelegatedAct) => ('level' in act ? act.level : null);
  return a.act === b.act && levelIn(a) === levelIn(b);
}
