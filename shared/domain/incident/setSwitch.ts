/** A setting of the incident such as 特殊情况, with who and why. */
import { deskError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { currentNow, incidentEvent, onIncident } from './onIncident.ts';

export function setSwitch(command: CommandOf<'SetSwitch'>, context: DecisionContext): Decision {
  const { switch: id, on, reason } = command;
  return onIncident(command, context, 'open', (subject) => {
    const unknown = unknownItem('switch', id, subject.plan.switches);
    if (unknown !== null) return rejected(unknown);
    if (currentNow(subject, context).switches.get(id) === on)
      return rejected(deskError('nothingChanged', { field: 'on' }));
    return accepted([incidentEvent(command, 'SwitchSet', { switch: id, on, reason })]);
  });
}
