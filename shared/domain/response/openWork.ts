/**
 * What would be left behind when an incident is closed or goes into another: asked once, never blocked. Signatures and
 * answers may still be recorded afterwards.
 */
import type { ConfirmQuestion } from '../errors.ts';
import type { IncidentState } from '../incident/incident.ts';
import { groupsOf, isStanding } from '../onScene/groups.ts';
import { isAwaited, unitsOf } from '../onScene/units.ts';
import { isOpenTask, tasksOf } from '../work/tasks.ts';

export function openWork(state: IncidentState): ConfirmQuestion[] {
  const left = {
    tasks: tasksOf(state).filter(isOpenTask).length,
    groups: groupsOf(state).filter((group) => isStanding(group) && group.state !== 'withdrawn').length,
    units: unitsOf(state).filter(isAwaited).length,
  };
  const isNothing = Object.values(left).every((count) => count === 0);
  return isNothing ? [] : [{ code: 'openWorkLeft', params: left }];
}
