/** Tasks, read off an incident's entries; a struck entry does not count. */
import { deskError } from '../checks.ts';
import type { DeskError } from '../errors.ts';
import { type IncidentState, isEntry } from '../incident/incident.ts';
import { isStruck } from '../incident/status.ts';
import type { TaskRow } from '../responseRows.ts';

export type Task = Omit<TaskRow, 'overdue'>;

export const isOpenTask = ({ state }: Pick<Task, 'state'>): boolean => state === 'assigned' || state === 'accepted';

export function tasksOf(state: IncidentState): Task[] {
  const tasks = new Map<string, Task>();
  const put = (taskId: string, change: (task: Task) => Partial<Task>) => {
    const task = tasks.get(taskId);
    if (task !== undefined) tasks.set(taskId, { ...task, ...change(task) });
  };
  for (const entry of state.entries) {
    if (isStruck(state, entry.entryId)) continue;
    const { entryId, recordedAt, actor } = entry;
    if (isEntry(entry, 'TaskAssigned')) {
      const { at, due, ...assigned } = entry.payload;
      tasks.set(assigned.taskId, {
        ...assigned,
        entryId,
        recordedAt,
        actor,
        assignedAt: at.at,
        dueAt: due?.at ?? null,
        state: 'assigned',
        acceptedAt: null,
        acceptedBy: null,
        notes: [],
        endedAt: null,
        outcome: null,
      });
    } else if (isEntry(entry, 'TaskAccepted')) {
      const { taskId, person, at } = entry.payload;
      put(taskId, () => ({ state: 'accepted', acceptedAt: at.at, acceptedBy: person }));
    } else if (isEntry(entry, 'TaskNoted')) {
      const { taskId, text, at } = entry.payload;
      put(taskId, ({ notes }) => ({ notes: [...notes, { at: at.at, text, entryId, actor }] }));
    } else if (isEntry(entry, 'TaskFinished')) {
      const { taskId, result, at } = entry.payload;
      put(taskId, () => ({ state: 'finished', endedAt: at.at, outcome: result }));
    } else if (isEntry(entry, 'TaskReturned')) {
      const { taskId, reason, at } = entry.payload;
      put(taskId, () => ({ state: 'returned', endedAt: at.at, outcome: reason }));
    }
  }
  return [...tasks.values()];
}

/** The task by its id, open still, or why not. */
export function openTask(state: IncidentState, taskId: string): Task | DeskError {
  const field = 'taskId';
  const task = tasksOf(state).find((each) => each.taskId === taskId);
  if (task === undefined) return deskError('unknownReference', { field, id: taskId });
  return isOpenTask(task) ? task : deskError('taskClosed', { field, id: taskId, what: task.what, state: task.state });
}
