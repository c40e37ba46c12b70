/** Groups beyond what the plan composes: added, changed, dissolved, each by whom the plan gives that power [plan 2.2]. */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { ConfirmQuestion, DeskError } from '../errors.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import { isEqual, storedUnit, unitErrors, unitTwice } from '../parties.ts';
import { storedDecision, type UnitInput } from '../parts.ts';
import { futureTimes } from '../questions.ts';
import { staleError } from '../response/decider.ts';
import { onSceneAuthority } from './authority.ts';
import type { StoredGroup } from './events.ts';
import { type Group, groupsOf, openWorkOf, standingGroup } from './groups.ts';

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
    const stored = (unit: UnitInput) => storedUnit(plan, unit);
    const group = {
      groupId,
      name,
      lead: stored(lead),
      deputies: deputies.map(stored),
      members: members.map(stored),
      duties,
    };
    const twice = twiceError(group);
    if (twice !== null) return rejected(twice);
    const event = incidentEvent(command, 'GroupAdded', {
      group,
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
    const stored = (unit: UnitInput) => storedUnit(plan, unit);
    const changes: Changes = {
      ...(name !== undefined && { name }),
      ...(lead !== undefined && { lead: stored(lead) }),
      ...(deputies !== undefined && { deputies: deputies.map(stored) }),
      ...(members !== undefined && { members: members.map(stored) }),
      ...(duties !== undefined && { duties }),
    };
    const odd = firstError(
      changesNothing(group, changes) ? deskError('nothingChanged', { field: 'groupId' }) : null,
      twiceError({ ...group, ...changes }),
    );
    if (odd !== null) return rejected(odd);
    const event = incidentEvent(command, 'GroupChanged', {
      groupId,
      name: group.name,
      changes,
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
    const { tasks, people } = openWorkOf(state, group);
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

type Composition = Pick<StoredGroup, 'lead' | 'deputies' | 'members'>;
type Changes = Partial<Omit<StoredGroup, 'groupId'>>;

const twiceError = ({ lead, deputies, members }: Composition): DeskError | null =>
  unitTwice('members', [lead, ...deputies, ...members]);

const changesNothing = (group: Group, changes: Changes): boolean =>
  (Object.keys(changes) as (keyof Changes)[]).every((part) => isEqual(changes[part] ?? null, group[part]));
