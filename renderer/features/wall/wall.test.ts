import { describe, expect, it } from 'vitest';
import type { IncidentRow } from '#shared/contract/rows.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import { pageOf, wallOf } from './wallRows.ts';

const obligation = (key: string, state: Obligation['state'], dueAt = 0): Obligation =>
  ({ key, state, dueAt, trigger: 0, arisenAt: 0, supervised: false, optional: false }) as Obligation;
const incident = (incidentId: string, ...obligations: Obligation[]): IncidentRow =>
  ({ incidentId, title: incidentId, openedAt: 0, assessment: { obligations } }) as unknown as IncidentRow;
const keys = (rows: readonly { obligation: Obligation }[]) => rows.map(({ obligation: { key } }) => key);

describe('the wall shows what the desk shows, in the same order [ux 2, 9]', () => {
  const wall = wallOf([
    incident('甲', obligation('soon', 'dueSoon', 5), obligation('met', 'fulfilledOnTime')),
    incident('乙', obligation('late', 'overdue', 1), obligation('later', 'overdue', 2), obligation('now', 'immediate')),
  ]);
  it('the most urgent is the hero, with how many more are in its state', () => {
    expect([wall.hero?.obligation.key, wall.hero?.title, wall.sameState]).toEqual(['late', '乙', 1]);
  });
  it('the rest follows, most urgent first, and what is met is not shown', () => {
    expect(keys(wall.rows)).toEqual(['later', 'now', 'soon']);
  });
  it('what others owe stays in sight below and never becomes the hero', () => {
    const supervised = { ...obligation('county', 'overdue'), supervised: true };
    const wall = wallOf([incident('甲', supervised, obligation('met', 'fulfilled'))]);
    expect([wall.hero, keys(wall.rows)]).toEqual([null, ['county']]);
  });
  it('nothing runs: no hero', () => {
    expect(wallOf([incident('甲', obligation('met', 'waived'))])).toEqual({ hero: null, sameState: 0, rows: [] });
  });
});

describe('it turns pages only when more than fits', () => {
  const rows = Array.from({ length: 7 }, (_, n) => ({
    incidentId: 'i',
    title: 'i',
    obligation: obligation(String(n), 'pending', n),
  }));
  it('what fits never moves, whatever the turn', () => {
    expect([0, 1, 99].map((turn) => pageOf(rows.slice(0, 5), 5, turn))).toEqual(
      [0, 1, 99].map(() => ({ rows: rows.slice(0, 5), page: 1, pages: 1 })),
    );
  });
  it('every row comes up within one round, none twice', () => {
    const round = [0, 1].flatMap((turn) => keys(pageOf(rows, 5, turn).rows));
    expect(round).toEqual(keys(rows));
    expect(pageOf(rows, 5, 2)).toEqual(pageOf(rows, 5, 0));
  });
  it('fewer rows than before: the page number stays possible', () => {
    expect(pageOf([], 5, 3)).toEqual({ rows: [], page: 1, pages: 1 });
  });
});
