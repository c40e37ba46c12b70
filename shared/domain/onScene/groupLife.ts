/** A group at work: 组建 → 到位 → 执行 → 撤收, its leader by name and phone, people coming and going. */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { ConfirmQuestion } from '../errors.ts';
import type { IncidentState } from '../incident/incident.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import { isEqual, isSamePerson, storedPerson, unitErrors } from '../parties.ts';
import { futureTimes, outOfOrder } from '../questions.ts';
import { staleError } from '../response/decider.ts';
import type { GroupState } from './events.ts';
import { type Group, groupsOf, openWorkOf, presentIn, standingGroup } from './groups.ts';

export function setGroupState(command: CommandOf<'SetGroupState'>, context: DecisionContext): Decision {
  const { groupId, state: to, at, against } = command;
  return onIncident(command, context, 'afterClosing', ({ state }) => {
    const group = standingGroup(state, groupId);
    if ('code' in group) return rejected(group);
    const error = firstError(
      staleError(against, group.headEntryId),
      group.state === to ? deskError('nothingChanged', { field: 'state' }) : null,
    );
    if (error !== null) return rejected(error);
    const { name } = group;
    const event = incidentEvent(command, 'GroupStateSet', { groupId, name, state: to, at: at ?? nowTimed(context) });
    return decided(
      [event],
      [
        ...futureTimes({ at }, context.now),
        ...outOfOrder(['startedAt', group.stateSince], ['at', at]),
        ...stepBack(group, to),
        ...(to === 'withdrawn' ? leftBehind(state, group) : []),
      ],
    );
  });
}

const STEPS: readonly Group['state'][] = ['forming', 'inPlace', 'working', 'withdrawn'];

function stepBack({ name, state: from }: Group, to: GroupState): ConfirmQuestion[] {
  return STEPS.indexOf(to) < STEPS.indexOf(from) ? [{ code: 'groupStepsBack', params: { name, from, to } }] : [];
}

/** Nobody is forgotten on the scene. */
function leftBehind(state: IncidentState, group: Group): ConfirmQuestion[] {
  const { tasks, people } = openWorkOf(state, group);
  const params = { name: group.name, tasks, people };
  return tasks + people === 0 ? [] : [{ code: 'withdrawWithOpenWork', params }];
}

export function setGroupLeader(command: CommandOf<'SetGroupLeader'>, context: DecisionContext): Decision {
  const { groupId, leader, at } = command;
  return onIncident(command, context, 'open', ({ state, plan }) => {
    const group = standingGroup(state, groupId);
    if ('code' in group) return rejected(group);
    const error = unitErrors(plan, 'leader.unit', [leader.unit]);
    if (error !== null) return rejected(error);
    const named = storedPerson(plan, leader);
    if (isEqual(named, group.leader)) return rejected(deskError('nothingChanged', { field: 'leader' }));
    const event = incidentEvent(command, 'GroupLeaderSet', {
      groupId,
      name: group.name,
      leader: named,
      at: at ?? nowTimed(context),
    });
    return decided([event], futureTimes({ at }, context.now));
  });
}

export function checkInPerson(command: CommandOf<'CheckInPerson'>, context: DecisionContext): Decision {
  const { groupId, at } = command;
  return onIncident(command, context, 'open', ({ state, plan }) => {
    const group = standingGroup(state, groupId);
    if ('code' in group) return rejected(group);
    const error = unitErrors(plan, 'person.unit', [command.person.unit]);
    if (error !== null) return rejected(error);
    const person = storedPerson(plan, command.person);
    const there = groupsOf(state).filter((each) => presentIn(each).some((row) => isSamePerson(row.person, person)));
    if (there.some((each) => each.groupId === groupId)) {
      return rejected(deskError('alreadyCheckedIn', { field: 'person', name: person.name, group: group.name }));
    }
    const elsewhere = there.map(({ name }) => name);
    const questions: ConfirmQuestion[] =
      elsewhere.length === 0
        ? []
        : [{ code: 'personInTwoGroups', params: { name: person.name, groups: elsewhere, group: group.name } }];
    const event = incidentEvent(command, 'PersonCheckedIn', {
      groupId,
      name: group.name,
      person,
      at: at ?? nowTimed(context),
    });
    return decided([event], [...futureTimes({ at }, context.now), ...questions]);
  });
}

export function checkOutPerson(command: CommandOf<'CheckOutPerson'>, context: DecisionContext): Decision {
  const { groupId, personId, at } = command;
  return onIncident(command, context, 'afterClosing', ({ state }) => {
    const group = standingGroup(state, groupId);
    if ('code' in group) return rejected(group);
    const row = presentIn(group).find(({ person }) => person.personId === personId);
    if (row === undefined)
      return rejected(deskError('notCheckedIn', { field: 'personId', id: personId, group: group.name }));
    const event = incidentEvent(command, 'PersonCheckedOut', {
      groupId,
      name: group.name,
      personId,
      personName: row.person.name,
      at: at ?? nowTimed(context),
    });
    return decided(
      [event],
      [...futureTimes({ at }, context.now), ...outOfOrder(['checkedInAt', row.inAt], ['at', at])],
    );
  });
}
