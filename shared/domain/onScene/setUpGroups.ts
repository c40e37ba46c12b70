/** All groups the plan composes, or some, in one act [plan 2.2]. */
import type { PlanGroup } from '#shared/plan/responseSections.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError, firstError, unknownItems } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import { notInPlan, storedUnit } from '../parties.ts';
import { futureTimes } from '../questions.ts';
import type { StoredGroup } from './events.ts';
import { groupsOf, isStanding } from './groups.ts';

export function setUpGroups(command: CommandOf<'SetUpGroups'>, context: DecisionContext): Decision {
  const { groups: asked, setUpAt } = command;
  return onIncident(command, context, 'open', ({ state, plan }) => {
    const standing = new Set(
      groupsOf(state)
        .filter(isStanding)
        .map(({ groupId }) => groupId),
    );
    const already = (asked ?? []).filter((id) => standing.has(id));
    const wanted = plan.groups.filter(({ id }) => asked?.includes(id) ?? !standing.has(id));
    const error = firstError(
      plan.groups.length === 0 ? notInPlan('groups') : null,
      unknownItems('groups', asked ?? [], plan.groups),
      already.length > 0 || wanted.length === 0
        ? deskError('groupAlreadySetUp', { field: 'groups', groups: asked === undefined ? [...standing] : already })
        : null,
    );
    if (error !== null) return rejected(error);
    const event = incidentEvent(command, 'GroupsSetUp', {
      groups: wanted.map((group) => asPlanned(plan, group)),
      at: setUpAt ?? nowTimed(context),
    });
    return decided([event], futureTimes({ setUpAt }, context.now));
  });
}

function asPlanned(plan: PlanPackage, { id, label, lead, deputies, members, duties }: PlanGroup): StoredGroup {
  return {
    groupId: id,
    name: label,
    lead: storedUnit(plan, lead.organisation),
    deputies: deputies.map((unit) => storedUnit(plan, unit)),
    members: members.map((unit) => storedUnit(plan, unit)),
    duties,
  };
}
