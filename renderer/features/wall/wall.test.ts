import { describe, expect, it } from 'vitest';
import type { ClueRow, IncidentRow, WarningRow } from '#shared/contract/rows.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import { linesOf, pageOf, wallItems, wallOf } from './wallRows.ts';

const obligation = (key: string, state: Obligation['state'], dueAt = 0): Obligation =>
  ({ key, state, dueAt, trigger: 0, arisenAt: 0, supervised: false, optional: false }) as Obligation;
const incident = (incidentId: string, ...obligations: Obligation[]): IncidentRow =>
  ({ incidentId, title: incidentId, openedAt: 0, assessment: { obligations } }) as unknown as IncidentRow;
const one = () => 1;
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

describe('3.4: warnings and clues on the wall', () => {
  const warning = (warningId: string) => ({ warningId }) as WarningRow;
  const clue = (at: number) => ({ received: { at } }) as ClueRow;
  const nothing = wallOf([]);
  const running = wallOf([incident('甲', obligation('late', 'overdue'), obligation('soon', 'dueSoon', 5))]);

  it('where no clock runs the first warning is the hero; else all stand below the clocks', () => {
    const board = { warnings: [warning('w1'), warning('w2')], clues: [] };
    expect(wallItems(nothing, board)).toEqual({
      heroWarning: warning('w1'),
      items: [{ kind: 'warning', row: warning('w2') }],
    });
    const { heroWarning, items } = wallItems(running, board);
    expect([heroWarning, items.map(({ kind }) => kind)]).toEqual([null, ['clock', 'warning', 'warning']]);
  });
  it('clues that wait are one line, by the age of the oldest', () => {
    expect(wallItems(nothing, { warnings: [], clues: [clue(9), clue(4)] }).items).toEqual([
      { kind: 'clues', n: 2, oldestAt: 4 },
    ]);
  });
  it('a warning takes two lines: a page never holds more than fits', () => {
    const { items } = wallItems(running, { warnings: ['a', 'b', 'c'].map(warning), clues: [clue(1)] });
    const pages = [0, 1].map((turn) => pageOf(items, 5, turn, linesOf).rows.map(({ kind }) => kind));
    expect(pages).toEqual([
      ['clock', 'warning', 'warning'],
      ['warning', 'clues'],
    ]);
  });
});

describe('it turns pages only when more than fits', () => {
  const rows = Array.from({ length: 7 }, (_, n) => ({
    incidentId: 'i',
    title: 'i',
    obligation: obligation(String(n), 'pending', n),
  }));
  it('what fits never moves, whatever the turn', () => {
    expect([0, 1, 99].map((turn) => pageOf(rows.slice(0, 5), 5, turn, one))).toEqual(
      [0, 1, 99].map(() => ({ rows: rows.slice(0, 5), page: 1, pages: 1 })),
    );
  });
  it('every row comes up within one round, none twice', () => {
    const round = [0, 1].flatMap((turn) => keys(pageOf(rows, 5, turn, one).rows));
    expect(round).toEqual(keys(rows));
    expect(pageOf(rows, 5, 2, one)).toEqual(pageOf(rows, 5, 0, one));
  });
  it('fewer rows than before: the page number stays possible', () => {
    expect(pageOf([], 5, 3, one)).toEqual({ rows: [], page: 1, pages: 1 });
  });
});
