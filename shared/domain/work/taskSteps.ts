/** What becomes of a task: accepted, noted, done with its result, returned with a reason. */
import type { Timed } from '#shared/plan/facts.ts';
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import { futureTimes, outOfOrder } from '../questions.ts';
import type { NewEvent } from '../recorded.ts';
import { openTask, type Task } from './tasks.ts';

type OnTask = { incidentId: string; entryId?: string | undefined; taskId: string; at?: Timed | undefined };

function onOpenTask(
  command: OnTask,
  context: DecisionContext,
  then: (of: { taskId: string; what: string; at: Timed }, task: Task) => NewEvent | null,
): Decision {
  return onIncident(command, context, 'afterClosing', ({ state }) => {
    const task = openTask(state, command.taskId);
    if ('code' in task) return rejected(task);
    const { taskId, what } = task;
    const event = then({ taskId, what, at: command.at ?? nowTimed(context) }, task);
    if (event === null) return rejected(deskError('nothingChanged', { field: 'taskId' }));
    return decided(
      [event],
      [
        ...futureTimes({ at: command.at }, context.now),
        ...outOfOrder(['assignedAt', task.assignedAt], ['at', command.at]),
      ],
    );
  });
}

export function acceptTask(command: CommandOf<'AcceptTask'>, context: DecisionContext): Decision {
  const person = command.person ?? null;
  return onOpenTask(command, context, (of, { state }) =>
    state === 'accepted' ? null : incidentEvent(command, 'TaskAccepted', { ...of, person }),
  );
}

export function noteTask(command: CommandOf<'NoteTask'>, context: DecisionContext): Decision {
  const { text } = command;
  return onOpenTask(command, context, (of) => incidentEvent(command, 'TaskNoted', { ...of, text }));
}

export function finishTask(command: CommandOf<'FinishTask'>, context: DecisionContext): Decision {
  const { result } = command;
  return onOpenTask(command, context, (of) => incidentEvent(command, 'TaskFinished', { ...of, result }));
}

export function returnTask(command: CommandOf<'ReturnTask'>, context: DecisionContext): Decision {
  const { reason } = command;
  return onOpenTask(command, context, (of) => incidentEvent(command, 'TaskReturned', { ...of, reason }));
}
