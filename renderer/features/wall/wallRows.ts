/** What the wall shows, in which order and on which page. Pure [ux 2, 9]. */

import type { IncidentRow } from '#shared/contract/rows.ts';
import { heroOf, rankObligations, urgencyOf } from '#shared/domain/board.ts';
import type { Obligation } from '#shared/plan/assessment.ts';

export type WallRow = { incidentId: string; title: string; obligation: Obligation };
export type Wall = { hero: WallRow | null; sameState: number; rows: WallRow[] };

/** Every unmet obligation once, the most urgent as hero. */
export function wallOf(incidents: readonly IncidentRow[]): Wall {
  const rows = incidents.flatMap(({ incidentId, title, assessment }) =>
    assessment.obligations
      .filter((obligation) => urgencyOf(obligation) !== 'done')
      .map((obligation) => ({ incidentId, title, obligation })),
  );
  const order = rankObligations(rows.map(({ obligation }) => obligation));
  const ranked = rows.toSorted((a, b) => order.indexOf(a.obligation) - order.indexOf(b.obligation));
  const hero = heroOf({ incidents });
  const first = hero === null ? null : (ranked.find(({ obligation }) => obligation === hero.obligation) ?? null);
  return { hero: first, sameState: hero?.others ?? 0, rows: ranked.filter((row) => row !== first) };
}

export type WallPage = { rows: readonly WallRow[]; page: number; pages: number };

/** One page where all fits: nothing moves then. The page number wraps, whatever the turn. */
export function pageOf(rows: readonly WallRow[], perPage: number, turn: number): WallPage {
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const page = turn % pages;
  return { rows: rows.slice(page * perPage, (page + 1) * perPage), page: page + 1, pages };
}
