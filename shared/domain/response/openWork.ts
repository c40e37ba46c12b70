/**
 * What would be left behind when an incident is closed or goes into another: asked once, never blocked. Signatures,
 * answers, arrivals and results may still be recorded after closing.
 */
import type { ConfirmQuestion } from '../errors.ts';
import type { IncidentState } from '../incident/incident.ts';
import { groupsOf, isStanding } from '../onScene/groups.ts';
import { isAwaited, unitsOf } from '../onScene/units.ts';
import { instructionsOf } from '../work/instructions.ts';
import { isOpenTask, tasksOf } from '../work/tasks.ts';
import { reinforcementsOf } from './reinforcement.ts';
import { signaturesOf } from './signatures.ts';

export function openWork(state: IncidentState): ConfirmQuestion[] {
  const left = {
    tasks: tasksOf(state).filter(isOpenTask).length,
    groups: groupsOf(state).filter((group) => isStanding(group) && group.state !== 'withdrawn').length,
    units: unitsOf(state).filter(isAwaited).length,
    signatures: signaturesOf(state).filter(({ signed }) => signed === null).length,
    instructions: instructionsOf(state).filter(({ answer }) => answer === null).length,
    requests: reinforcementsOf(state).filter(({ answer }) => answer === null).length,
  };
  const isNothing = Object.values(left).every((count) => count === 0);
  return isNothing ? [] : [{ code: 'openWorkLeft', params: left }];
}
