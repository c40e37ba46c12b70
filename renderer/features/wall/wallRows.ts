/** What the wall shows, in which order and on which page. Pure [ux 2, 9]. */

import type { BoardRow, IncidentRow, WarningRow } from '#shared/contract/rows.ts';
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

/** What stands below the hero: a clock, a warning with all that is asked of it, or the clues that wait. */
export type WallItem =
  | { kind: 'clock'; row: WallRow }
  | { kind: 'warning'; row: WarningRow }
  | { kind: 'clues'; n: number; oldestAt: number };

/** A warning's second line says since when, which version, who has not acknowledged and when it is looked at again. */
export const linesOf = ({ kind }: WallItem): number => (kind === 'warning' ? 2 : 1);

/** Where no clock runs the first warning has the hero's place [plan 3.4]. */
export function wallItems(
  { hero, rows }: Wall,
  { warnings, clues }: Pick<BoardRow, 'warnings' | 'clues'>,
): { heroWarning: WarningRow | null; items: WallItem[] } {
  const heroWarning = hero === null ? (warnings[0] ?? null) : null;
  const oldestAt = Math.min(...clues.map(({ received }) => received.at));
  return {
    heroWarning,
    items: [
      ...rows.map((row): WallItem => ({ kind: 'clock', row })),
      ...warnings.filter((row) => row !== heroWarning).map((row): WallItem => ({ kind: 'warning', row })),
      ...(clues.length === 0 ? [] : [{ kind: 'clues', n: clues.length, oldestAt } as const]),
    ],
  };
}

export type WallPage<T> = { rows: readonly T[]; page: number; pages: number };

/** One page where all fits: nothing moves then. The page number wraps, whatever the turn. */
export function pageOf<T>(items: readonly T[], lines: number, turn: number, of: (item: T) => number): WallPage<T> {
  const pages: T[][] = [[]];
  let used = 0;
  for (const item of items) {
    const size = of(item);
    if (used > 0 && used + size > lines) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(item);
    used += size;
  }
  const page = turn % pages.length;
  return { rows: pages[page] ?? [], page: page + 1, pages: pages.length };
}
