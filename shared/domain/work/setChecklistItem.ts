/** An item of a checklist: done, not applicable with the reason, assigned as a task, reopened; who and when. */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import { futureTimes } from '../questions.ts';
import { staleError } from '../response/decider.ts';
import { alreadyAssigned, assignTask } from './assignTask.ts';
import { itemNow } from './items.ts';

export function setChecklistItem(command: CommandOf<'SetChecklistItem'>, context: DecisionContext): Decision {
  const { incidentId, entryId, state: to, at, against } = command;
  // The list of the time after is worked off when the incident is closed already.
  return onIncident(command, context, 'afterClosing', (subject) => {
    const found = itemNow(subject, context, command.item, 'item');
    if ('code' in found) return rejected(found);
    const { item, row, responseId } = found;
    const target = to.kind === 'reopened' ? 'open' : to.kind;
    const error = firstError(
      staleError(against, row.set?.entryId ?? null),
      // An item at work moves by its task.
      row.state === 'assigned' ? alreadyAssigned(item.label, row.taskId) : null,
      row.state === target ? deskError('nothingChanged', { field: 'item' }) : null,
    );
    if (error !== null) return rejected(error);
    if (to.kind === 'assigned') {
      const { taskId, to: party, dueAt } = to;
      const source = { kind: 'measure', item: item.id } as const;
      const task = { incidentId, entryId, taskId, to: party, dueAt, what: item.label, source, assignedAt: at };
      return assignTask({ type: 'AssignTask', ...task }, context);
    }
    const event = incidentEvent(command, 'ChecklistItemSet', {
      item: item.id,
      responseId,
      label: item.label,
      state: to.kind === 'reopened' ? 'open' : to.kind,
      note: (to.kind === 'done' ? to.note : to.reason) ?? null,
      at: at ?? nowTimed(context),
    });
    return decided([event], futureTimes({ at }, context.now));
  });
}
