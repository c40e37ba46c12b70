/**
 * Casualties over time, each kind by itself. The engine says which observation counts at each instant; only confirmed values
 * are drawn, so nothing careful ever reads as 遇难, and what is not known is a gap [TIMELINE-1].
 */
import { figuresNow } from '#shared/plan/engine/current.ts';
import type { FactOf } from '#shared/plan/facts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { IncidentFile } from '../rows.ts';
import type { Sources, Step } from './items.ts';

type Span = { from: number; cut: number; sources: Sources };
export type Curve = { figure: string; steps: Step[] };

export function curvesOf(plan: PlanPackage, { figureHistory }: IncidentFile, { from, cut, sources }: Span): Curve[] {
  const seen = figureHistory.filter(({ struck, observed }) => !struck && observed.at <= cut);
  const facts = seen.map(
    ({ entryId, recordedAt, observed, figure, quantity }): FactOf<'figures'> => ({
      kind: 'figures',
      entryId,
      recordedAt,
      observed,
      values: { [figure]: quantity },
    }),
  );
  return plan.figures
    .filter(({ id, casualty }) => casualty && seen.some(({ figure }) => figure === id))
    .map(({ id }) => {
      const own = facts.filter(({ values }) => id in values);
      const instants = [...new Set(own.map(({ observed }) => observed.at))].sort((a, b) => a - b);
      const steps = instants.map((at): Step => {
        const now = figuresNow(
          plan,
          own.filter(({ observed }) => observed.at <= at),
        ).get(id);
        const entryId = now?.beingVerified ? lastUnknown(own, id, at) : (now?.entryId ?? null);
        return {
          kind: 'step',
          id: `step ${id} ${at}`,
          figure: id,
          from: at,
          to: null,
          n: now?.confirmed ?? null,
          quantity: now?.quantity ?? null,
          beingVerified: now?.beingVerified ?? false,
          source: sources(entryId),
        };
      });
      const [first] = steps;
      const before: Step[] =
        first === undefined || first.from <= from
          ? []
          : [{ ...first, id: `step ${id} before`, from, n: null, quantity: null, beingVerified: false, source: null }];
      return { figure: id, steps: joined([...before, ...steps]) };
    });
}

function lastUnknown(facts: readonly FactOf<'figures'>[], figure: string, at: number): string | null {
  const unknown = facts.filter(({ observed, values }) => observed.at <= at && values[figure]?.kind === 'unknown');
  return (
    unknown.toSorted((a, b) => a.observed.at - b.observed.at || a.recordedAt - b.recordedAt).at(-1)?.entryId ?? null
  );
}

/** Each step ends where the next begins. */
function joined(steps: readonly Step[]): Step[] {
  return steps.map((step, index) => ({ ...step, to: steps[index + 1]?.from ?? null }));
}
