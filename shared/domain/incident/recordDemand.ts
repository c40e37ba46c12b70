/** A superior asks for something to be verified: one clock per demand. */
import { deskError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { futureTimes } from '../questions.ts';
import { decided, incidentEvent, nowTimed, onIncident } from './onIncident.ts';

export function recordDemand(command: CommandOf<'RecordDemand'>, context: DecisionContext): Decision {
  const { demandId, from, demandedAt, person, what } = command;
  return onIncident(command, context, 'afterClosing', ({ state, plan }) => {
    const unknown = unknownItem('from', from, plan.units);
    if (unknown !== null) return rejected(unknown);
    if (state.facts.some((fact) => fact.kind === 'demand' && fact.demandId === demandId)) {
      return rejected(deskError('idTaken', { field: 'demandId', id: demandId }));
    }
    const at = demandedAt ?? nowTimed(context);
    const event = incidentEvent(command, 'DemandRecorded', { demandId, from, at, person: person ?? null, what });
    return decided([event], futureTimes({ demandedAt }, context.now));
  });
}
