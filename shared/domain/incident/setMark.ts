/** A judgement about the incident such as 生产安全事故: yes, no, or not known. */
import { deskError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { currentNow, incidentEvent, onIncident } from './onIncident.ts';

export function setMark(command: CommandOf<'SetMark'>, context: DecisionContext): Decision {
  const { mark, value, reason } = command;
  return onIncident(command, context, 'open', (subject) => {
    const unknown = unknownItem('mark', mark, subject.plan.marks);
    if (unknown !== null) return rejected(unknown);
    if (currentNow(subject, context).marks.get(mark) === value)
      return rejected(deskError('nothingChanged', { field: 'value' }));
    return accepted([incidentEvent(command, 'MarkSet', { mark, value, reason: reason ?? null })]);
  });
}
