import { describe, expect, it } from 'vitest';
import type { TaskRow } from '#shared/contract/rows.ts';
import type { PlanGroup } from '#shared/plan/responseSections.ts';
import { orderTasks, taskCounts } from './tasks/taskOrder.ts';
import { groupsToSetUp } from './toSetUp.ts';

type Ranked = Pick<TaskRow, 'state' | 'dueAt' | 'assignedAt' | 'endedAt' | 'overdue'> & { id: string };
const task = (id: string, part: Partial<Ranked>): Ranked => ({
  id,
  state: 'assigned',
  dueAt: null,
  assignedAt: 0,
  endedAt: null,
  overdue: false,
  ...part,
});

describe('tasks', () => {
  const tasks = [
    task('done early', { state: 'finished', endedAt: 1 }),
    task('no due, later', { assignedAt: 9 }),
    task('done late', { state: 'returned', endedAt: 5 }),
    task('due 20', { dueAt: 20 }),
    task('no due', { assignedAt: 3 }),
    task('due 10', { dueAt: 10, overdue: true, state: 'accepted' }),
  ];

  it('by due time, those without behind them as they were given, what is over last and newest first', () => {
    expect(orderTasks(tasks).map(({ id }) => id)).toEqual([
      'due 10',
      'due 20',
      'no due',
      'no due, later',
      'done late',
      'done early',
    ]);
  });

  it('counts open and overdue ones', () => {
    expect(taskCounts(tasks)).toEqual({ open: 4, overdue: 1 });
  });
});

describe('groups left to set up', () => {
  const groups = [{ id: 'a' }, { id: 'b' }, { id: 'c' }] as PlanGroup[];

  it('are those of the plan that do not stand; a dissolved one can stand again', () => {
    const standing = [
      { planGroup: 'a', state: 'working' as const },
      { planGroup: 'b', state: 'dissolved' as const },
      { planGroup: null, state: 'forming' as const },
    ];
    expect(groupsToSetUp({ groups }, standing).map(({ id }) => id)).toEqual(['b', 'c']);
  });
});
