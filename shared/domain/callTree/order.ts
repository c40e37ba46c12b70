/**
 * Whom to call next: what one has said to be calling, then who was never tried or is to be tried again, unacknowledged
 * recipients of a warning before others, wave by wave; who was tried just now comes after all of them, and nobody else's
 * call is offered [CALLS-4].
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { type CallStep, claimAt, claimMs, isLeft, retryMs } from './steps.ts';

/** When it is to be tried again; null: it was never tried. */
export function nextTryAt(plan: PlanPackage, { tries }: CallStep): number | null {
  const last = tries.at(-1);
  return last === undefined ? null : last.at.at + retryMs(plan);
}

/** `officerId`: who asks. */
export function callOrder(
  plan: PlanPackage,
  steps: readonly CallStep[],
  officerId: string | null,
  at: number,
): CallStep[] {
  const holder = (step: CallStep) => claimAt(plan, step, at)?.actor.officerId ?? null;
  const rank = (step: CallStep): readonly number[] => {
    const again = nextTryAt(plan, step);
    const isOwn = officerId !== null && holder(step) === officerId;
    const waits = again !== null && again > at;
    return [
      Number(!isOwn),
      Number(waits),
      // Of those that wait the first whose time comes goes first, whatever its wave.
      waits ? again : Number(step.called.kind !== 'recipient'),
      step.wave,
      Number(again !== null),
    ];
  };
  return steps
    .filter((step) => isLeft(step) && (holder(step) === null || holder(step) === officerId))
    .map((step) => ({ step, key: rank(step) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ step }) => step);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((part, at) => part !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

/** The next instant at which a claim lapses or somebody is to be tried again. */
export function nextCallChange(plan: PlanPackage, steps: readonly CallStep[], at: number): number | null {
  const instants = steps.filter(isLeft).flatMap((step) => {
    const lapses = step.claim === null ? null : step.claim.recordedAt + claimMs(plan);
    return [lapses, nextTryAt(plan, step)].filter((instant): instant is number => instant !== null && instant > at);
  });
  return instants.length === 0 ? null : Math.min(...instants);
}
