/** Leak, fire, explosion and the like: yes, no, or not known. */
import { deskError, unknownItems } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { futureTimes } from '../questions.ts';
import { decided, incidentEvent, nowTimed, onIncident } from './onIncident.ts';

export function recordConditions(command: CommandOf<'RecordConditions'>, context: DecisionContext): Decision {
  const { conditions, observedAt, source } = command;
  return onIncident(command, context, 'open', ({ plan }) => {
    const given = Object.keys(conditions);
    if (given.length === 0) return rejected(deskError('nothingToRecord', { field: 'conditions' }));
    const error = unknownItems('conditions', given, plan.conditions);
    if (error !== null) return rejected(error);
    const observed = observedAt ?? nowTimed(context);
    const event = incidentEvent(command, 'ConditionsRecorded', { observed, source: source ?? null, conditions });
    return decided([event], futureTimes({ observedAt }, context.now));
  });
}
