/** A decision as stated becomes one on record, where its post may take it, by itself or under a delegation. */
import type { Timed } from '#shared/plan/facts.ts';
import { deskError } from '../checks.ts';
import type { DeskError } from '../errors.ts';
import type { Subject } from '../incident/onIncident.ts';
import { type DecisionInput, type DelegatedAct, type ResponseDecision, storedDecision } from '../parts.ts';
import { authorityError } from './authority.ts';
import { delegationFor } from './delegations.ts';
import type { LevelInForce } from './levels.ts';

export type Checked<T> = { ok: true; value: T } | { ok: false; error: DeskError };

/** `field`: the command's field of the decision, e.g. `approval`. */
export function decideAs(
  { state, plan }: Subject,
  inForce: LevelInForce | null,
  given: DecisionInput,
  act: DelegatedAct,
  field: string,
  now: Timed,
): Checked<ResponseDecision> {
  const { post, delegationId } = given;
  const decision = storedDecision(given, now);
  if (delegationId === undefined) {
    const error = authorityError(plan, inForce, post, act, `${field}.post`);
    return error === null ? { ok: true, value: decision } : { ok: false, error };
  }
  const delegation = delegationFor(state, { ...given, delegationId }, decision.at, act, field);
  if ('code' in delegation) return { ok: false, error: delegation };
  // Judged again: what was delegated may have passed into other hands since.
  const error = authorityError(plan, inForce, delegation.from, act, `${field}.post`);
  if (error !== null) return { ok: false, error };
  return { ok: true, value: { ...decision, delegationId, onBehalfOf: delegation.from } };
}

/** A decision is made against the state that was seen; against another it is refused, never made twice. */
export function staleError(
  against: string | null | undefined,
  head: string | null,
  params: Record<string, unknown> = {},
): DeskError | null {
  if (against === undefined || against === head) return null;
  return deskError('stateChanged', { field: 'against', against, head, ...params });
}
