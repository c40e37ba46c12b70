/** Groups beyond what the plan composes: added, changed, dissolved, each by whom the plan gives that power [plan 2.2]. */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { ConfirmQuestion } from '../errors.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import { storedUnit, unitErrors } from '../parties.ts';
import { storedDecision } from '../parts.ts';
import { futureTimes } from '../questions.ts';
import { staleError } from '../response/decider.ts';
import { isOpenTask, tasksOf } from '../work/tasks.ts';
import { onSceneAuthority } from './authority.ts';
import { groupsOf, presentIn, standingGroup } from './groups.ts';

export function addGroup(command: CommandOf<'AddGroup'>, context: DecisionContext): Decision {
  const { groupId, name, lead, deputies, members, duties, decision } = command;
  return onIncident(command, context, 'open', ({ state, plan }) => {
    const isTaken = [...plan.groups.map(({ id }) => id), ...groupsOf(state).map((group) => group.groupId)];
    const error = firstError(
      isTaken.includes(groupId) ? deskError('idTaken', { field: 'groupId', id: groupId }) : null,
      onSceneAuthority(plan, 'groupsChangedBy', decision.post),
      unitErrors(plan, 'lead', [lead]),
      unitErrors(plan, 'deputies', deputies),
      unitErrors(plan, 'members', members),
    );
    if (error !== null) return rejected(error);
    const event = incidentEvent(command, 'GroupAdded', {
      group: {
        groupId,
        name,
        lead: storedUnit(plan, lead),
        deputies: deputies.map((unit) => storedUnit(plan, unit)),
        members: members.map((unit) => storedUnit(plan, unit)),
        duties,
      },
      decision: storedDecision(decision, nowTimed(context)),
    });
    return decided([event], futureTimes({ 'decision.at': decision.at }, context.now));
  });
}

export function changeGroup(command: CommandOf<'ChangeGroup'>, context: DecisionContext): Decision {
  const { groupId, name, lead, deputies, members, duties, decision, reason, against } = command;
  return onIncident(command, context, 'open', ({ state, plan }) => {
    const group = standingGroup(state, groupId);
    if ('code' in group) return rejected(group);
    const given = [name, lead, deputies, members, duties].filter((part) => part !== undefined);
    const error = firstError(
      staleError(against, group.headEntryId),
      given.length === 0 ? deskError('nothingToRecord', { field: 'groupId' }) : null,
      onSceneAuthority(plan, 'groupsChangedBy', decision.post),
      unitErrors(plan, 'lead', [lead]),
      unitErrors(plan, 'deputies', deputies ?? []),
      unitErrors(plan, 'members', members ?? []),
    );
    if (error !== null) return rejected(error);
    const event = incidentEvent(command, 'GroupChanged', {
      groupId,
      name: group.name,
      changes: {
        ...(name !== undefined && { name }),
        ...(lead !== undefined && { lead: storedUnit(plan, lead) }),
        ...(deputies !== undefined && { deputies: deputies.map((unit) => storedUnit(plan, unit)) }),
        ...(members !== undefined && { members: members.map((unit) => storedUnit(plan, unit)) }),
        ...(duties !== undefined && { duties }),
      },
      decision: storedDecision(decision, nowTimed(context)),
      reason: reason ?? null,
    });
    return decided([event], futureTimes({ 'decision.at': decision.at }, context.now));
  });
}

export function dissolveGroup(command: CommandOf<'DissolveGroup'>, context: DecisionContext): Decision {
  const { groupId, decision, reason } = command;
  return onIncident(command, context, 'open', ({ state, plan }) => {
    const group = standingGroup(state, groupId);
    if ('code' in group) return rejected(group);
    const error = onSceneAuthority(plan, 'groupsChangedBy', decision.post);
    if (error !== null) return rejected(error);
    const tasks = tasksOf(state).filter((task) => isOpenTask(task) && isFor(task.to, groupId)).length;
    const people = presentIn(group).length;
    const questions: ConfirmQuestion[] =
      tasks + people === 0 ? [] : [{ code: 'dissolveWithOpenWork', params: { name: group.name, tasks, people } }];
    const event = incidentEvent(command, 'GroupDissolved', {
      groupId,
      name: group.name,
      decision: storedDecision(decision, nowTimed(context)),
      reason: reason ?? null,
    });
    return decided([event], [...futureTimes({ 'decision.at': decision.at }, context.now), ...questions]);
  });
}

const isFor = (to: { kind: string; id: string | null }, groupId: string): boolean =>
  to.kind === 'group' && to.id === groupId;
