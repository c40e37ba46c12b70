/** A task is given to a group or a unit: by whom, from what, by when. */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { decided, incidentEvent, nowTimed, onIncident, type Subject } from '../incident/onIncident.ts';
import { takenError } from '../incident/taken.ts';
import { standingGroup } from '../onScene/groups.ts';
import { storedUnit, unitErrors } from '../parties.ts';
import type { PartyInput, StoredParty } from '../parts.ts';
import { futureTimes, isBefore } from '../questions.ts';
import type { TaskSource } from './events.ts';
import { instructionsOf } from './instructions.ts';
import { itemNow } from './items.ts';

export function assignTask(command: CommandOf<'AssignTask'>, context: DecisionContext): Decision {
  const { taskId, what, detail, givenBy, dueAt, assignedAt } = command;
  return onIncident(command, context, 'open', (subject) => {
    const at = assignedAt ?? nowTimed(context);
    const to = partyOf(subject, command.to);
    const source = sourceOf(subject, context, command.source);
    const error = firstError(
      takenError(subject.state, 'TaskAssigned', 'taskId', taskId),
      'code' in to ? to : null,
      'code' in source ? source : null,
      dueAt !== undefined && isBefore(dueAt, at)
        ? deskError('endBeforeStart', { field: 'dueAt', startedAt: at.at, endedAt: dueAt.at })
        : null,
    );
    if (error !== null || 'code' in to || 'code' in source) return rejected(error as DeskError);
    const event = incidentEvent(command, 'TaskAssigned', {
      taskId,
      what,
      detail: detail ?? null,
      to,
      givenBy: givenBy ?? context.actor.name,
      source,
      due: dueAt ?? null,
      at,
    });
    return decided([event], futureTimes({ assignedAt }, context.now));
  });
}

function partyOf({ state, plan }: Subject, to: PartyInput): StoredParty | DeskError {
  if ('group' in to) {
    const group = standingGroup(state, to.group);
    return 'code' in group ? group : { kind: 'group', id: group.groupId, name: group.name };
  }
  const unit = 'unit' in to ? to.unit : to;
  return unitErrors(plan, 'to.unit', [unit]) ?? { kind: 'unit', ...storedUnit(plan, unit) };
}

function sourceOf(
  subject: Subject,
  context: DecisionContext,
  source: CommandOf<'AssignTask'>['source'],
): TaskSource | DeskError {
  switch (source.kind) {
    case 'measure': {
      const found = itemNow(subject, context, source.item, 'source.item');
      if ('code' in found) return found;
      const { item, row, responseId } = found;
      if (row.state === 'assigned') return alreadyAssigned(item.label, row.taskId);
      return { kind: 'measure', item: item.id, clause: item.clause, responseId };
    }
    case 'order': {
      const { instructionId } = source;
      const isKnown = instructionsOf(subject.state).some((row) => row.instructionId === instructionId);
      if (instructionId !== undefined && !isKnown)
        return deskError('unknownReference', { field: 'source.instructionId', id: instructionId });
      return { kind: 'order', instructionId: instructionId ?? null };
    }
    case 'request':
      return { kind: 'request', from: source.from ?? null };
  }
}

export const alreadyAssigned = (label: string, taskId: string | null): DeskError =>
  deskError('itemAlreadyAssigned', { field: 'item', label, taskId });
