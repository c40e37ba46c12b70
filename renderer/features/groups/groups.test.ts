import { describe, expect, it } from 'vitest';
import type { PersonRow, TaskRow } from '#shared/contract/rows.ts';
import type { PlanGroup } from '#shared/plan/responseSections.ts';
import { alsoIn } from './alsoIn.ts';
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

describe('a person in two groups', () => {
  const person = (personId: string, name: string, phone: string | null = null) => ({
    personId,
    name,
    phone,
    title: null,
    unit: null,
  });
  const there = (groupId: string, who: ReturnType<typeof person>, outAt: number | null = null): PersonRow => ({
    person: who,
    groupId,
    inAt: 0,
    outAt,
    entryId: groupId,
  });
  const groups = [
    { groupId: 'a', name: '甲组', state: 'working' as const, people: [there('a', person('p', '周勇'))] },
    { groupId: 'b', name: '乙组', state: 'forming' as const, people: [there('b', person('q', '周勇', '139'))] },
    { groupId: 'c', name: '丙组', state: 'working' as const, people: [there('c', person('p', '周勇'), 5)] },
    { groupId: 'd', name: '丁组', state: 'dissolved' as const, people: [there('d', person('p', '周勇'))] },
  ];

  it('is named with the other one, by id or by name; who has left or whose group is dissolved is not', () => {
    expect(alsoIn(groups, there('a', person('p', '周勇')))).toEqual(['乙组']);
    expect(alsoIn(groups, there('a', person('x', '周勇', '138')))).toEqual([]);
    expect(alsoIn(groups, there('b', person('p', '周勇', '139')))).toEqual(['甲组']);
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
