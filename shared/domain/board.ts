/**
 * What comes first on the board: the most urgent thing is the biggest thing on the screen. Overdue before immediate
 * before due soon before pending before open; what other units owe is followed after what this desk owes, and what may
 * be waived after what may not.
 */
import type { Obligation } from '#shared/plan/assessment.ts';
import type { IncidentRow } from './rows.ts';

export type Urgency = 'overdue' | 'immediate' | 'dueSoon' | 'pending' | 'open' | 'done';

const ORDER: readonly Urgency[] = ['overdue', 'immediate', 'dueSoon', 'pending', 'open', 'done'];

export function urgencyOf({ state }: Pick<Obligation, 'state'>): Urgency {
  return ORDER.find((urgency) => urgency === state) ?? 'done';
}

/** Most urgent first; of equal ones the earliest due, then the one that has waited longest. */
export function compareUrgency(a: Obligation, b: Obligation): number {
  const [urgencyA, urgencyB] = [urgencyOf(a), urgencyOf(b)];
  return (
    Number(urgencyA === 'done') - Number(urgencyB === 'done') ||
    Number(a.supervised) - Number(b.supervised) ||
    ORDER.indexOf(urgencyA) - ORDER.indexOf(urgencyB) ||
    Number(a.optional) - Number(b.optional) ||
    (a.dueAt ?? a.trigger) - (b.dueAt ?? b.trigger) ||
    a.arisenAt - b.arisenAt
  );
}

/** Keeps the engine's order where nothing tells two rows apart. */
export const rankObligations = (obligations: readonly Obligation[]): Obligation[] =>
  obligations.toSorted(compareUrgency);

/** Incidents by their most urgent row; the newest first where these are equal or none is left. */
export function rankIncidents(rows: readonly IncidentRow[]): IncidentRow[] {
  const first = new Map(rows.map((row) => [row, rankObligations(row.assessment.obligations)[0]]));
  return rows.toSorted((a, b) => {
    const [x, y] = [first.get(a), first.get(b)];
    if (x === undefined || y === undefined)
      return Number(x === undefined) - Number(y === undefined) || b.openedAt - a.openedAt;
    return compareUrgency(x, y) || b.openedAt - a.openedAt;
  });
}

export type Hero = {
  incident: IncidentRow;
  obligation: Obligation;
  /** 另有 N 项: how many more of this desk's rows are in the same state. */
  others: number;
};

type Incidents = { readonly incidents: readonly IncidentRow[] };

/** The one thing this desk has to do first, or null when it owes nothing. */
export function heroOf(board: Incidents): Hero | null {
  const own = heroOrder(board);
  const [first] = own;
  if (first === undefined) return null;
  const sameState = own.filter(({ obligation }) => obligation.state === first.obligation.state);
  return { ...first, others: sameState.length - 1 };
}

/** All this desk owes, most urgent first. */
export const heroOrder = (board: Incidents): Omit<Hero, 'others'>[] =>
  unmetOf(board).filter(({ obligation }) => !obligation.supervised);

/** What other units owe and have not done, most urgent first: said beside the hero, never in its place. */
export const supervisedOf = (board: Incidents): Omit<Hero, 'others'>[] =>
  unmetOf(board).filter(({ obligation }) => obligation.supervised);

const unmetOf = ({ incidents }: Incidents): Omit<Hero, 'others'>[] =>
  incidents
    .flatMap((incident) => incident.assessment.obligations.map((obligation) => ({ incident, obligation })))
    .filter(({ obligation }) => urgencyOf(obligation) !== 'done')
    .toSorted((a, b) => compareUrgency(a.obligation, b.obligation));
