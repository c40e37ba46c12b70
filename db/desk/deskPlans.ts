/** The file's plans as this desk reads them: with the attention marks its officers set, at the instant in question. */
import type { PinnedPlan } from '#shared/domain/decision.ts';
import { attentionAt, withAttention } from '#shared/domain/desk/attention.ts';
import { deskState } from './context.ts';
import type { Plans } from './plans.ts';
import type { Streams } from './streams.ts';

export function deskPlans(plans: Plans, streams: Streams): Plans {
  const read = (pinned: PinnedPlan | null, at: number): PinnedPlan | null => {
    const minutes = attentionAt(deskState(streams).attention, at)?.minutes ?? null;
    return pinned === null || minutes === null ? pinned : { ...pinned, plan: withAttention(pinned.plan, minutes) };
  };
  return {
    byHash: (hash, at = Infinity) => read(plans.byHash(hash), at),
    byId: (planId) => read(plans.byId(planId), Infinity),
  };
}
