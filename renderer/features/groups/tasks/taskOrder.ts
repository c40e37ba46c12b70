/** Overdue first, then by due time, then the others in the order they were given; what is over goes last, newest first. */
import type { TaskRow } from '#shared/contract/rows.ts';

type Ranked = Pick<TaskRow, 'state' | 'dueAt' | 'assignedAt' | 'endedAt'>;

/** Infinity minus itself is no number. */
const NO_DUE = Number.MAX_SAFE_INTEGER;

export const isOpen = ({ state }: Pick<TaskRow, 'state'>): boolean => state === 'assigned' || state === 'accepted';

export function orderTasks<T extends Ranked>(tasks: readonly T[]): T[] {
  const open = tasks.filter(isOpen);
  const over = tasks.filter((task) => !isOpen(task));
  return [
    ...open.toSorted((a, b) => (a.dueAt ?? NO_DUE) - (b.dueAt ?? NO_DUE) || a.assignedAt - b.assignedAt),
    ...over.toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0)),
  ];
}

export const taskCounts = (
  tasks: readonly Pick<TaskRow, 'state' | 'overdue'>[],
): { open: number; overdue: number } => ({
  open: tasks.filter(isOpen).length,
  overdue: tasks.filter(({ overdue }) => overdue).length,
});
