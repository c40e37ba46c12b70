/**
 * Obligations as lanes: one row each, but for windows that follow each other (续报, 同时报告…), which share a row so that
 * a whole night of them reads as one line. What is still owed stands first, most urgent first; what is done recedes.
 */
import { compareUrgency, urgencyOf } from '#shared/domain/board.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import type { PlanPackage, ReportingRule } from '#shared/plan/schema.ts';

export type Lane = {
  /** Stable while the same thing is owed. */
  id: string;
  /** What the row says now: the unmet one, or the last. */
  current: Obligation;
  /** Windows before it, oldest first. */
  earlier: readonly Obligation[];
};

export function lanesOf(plan: PlanPackage, obligations: readonly Obligation[]): Lane[] {
  const rank = new Map(plan.reportingRules.map((rule, index) => [rule.id, { rule, index }]));
  const chains = Map.groupBy(obligations, (row) => chainOf(rank.get(row.rule)?.rule, row));
  const indexOf = (lane: Lane) => rank.get(lane.current.rule)?.index ?? 0;
  return [...chains]
    .flatMap(([id, rows]) => lanesOfChain(id, rows))
    .toSorted(
      (a, b) =>
        Number(isDone(a.current)) - Number(isDone(b.current)) ||
        (isDone(a.current)
          ? Number(isGone(a.current)) - Number(isGone(b.current)) || indexOf(a) - indexOf(b)
          : compareUrgency(a.current, b.current)),
    );
}

/** Every demand is a row of its own; follow-up windows are one chain whatever rule set their length. */
function chainOf(rule: ReportingRule | undefined, { to, demandId, rule: id }: Obligation): string {
  return [rule?.series ?? id, to ?? '-', demandId ?? '-'].join('/');
}

function lanesOfChain(id: string, rows: readonly Obligation[]): Lane[] {
  const ordered = rows.toSorted((a, b) => a.trigger - b.trigger || a.arisenAt - b.arisenAt);
  const unmet = ordered.filter((row) => !isDone(row));
  const done = ordered.filter(isDone);
  if (unmet.length === 0) {
    const last = done.findLast((row) => !isGone(row)) ?? done.at(-1);
    return last === undefined ? [] : [{ id, current: last, earlier: done.filter((row) => row !== last) }];
  }
  return unmet.map((current, index) => ({
    id: index === 0 ? id : `${id}/${current.key}`,
    current,
    earlier: index === 0 ? done : [],
  }));
}

export const isDone = (row: Obligation): boolean => urgencyOf(row) === 'done';
/** Done without a report: no longer owed. */
export const isGone = ({ state }: Obligation): boolean => state === 'superseded' || state === 'waived';
