/** A running time such as 停输: its start, its end, or how long it is expected to last. */
import { deskError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { futureTimes, isBefore } from '../questions.ts';
import { currentNow, decided, incidentEvent, onIncident } from './onIncident.ts';

export function recordDuration(command: CommandOf<'RecordDuration'>, context: DecisionContext): Decision {
  const { duration, startedAt, endedAt, forecastHours, source } = command;
  return onIncident(command, context, 'open', (subject) => {
    const unknown = unknownItem('duration', duration, subject.plan.durations);
    if (unknown !== null) return rejected(unknown);
    if (startedAt === undefined && endedAt === undefined && forecastHours === undefined) {
      return rejected(deskError('nothingToRecord', { field: 'duration' }));
    }
    const now = currentNow(subject, context).durations.get(duration);
    const started = startedAt === undefined ? now?.started : startedAt;
    const ended = endedAt === undefined ? now?.ended : endedAt;
    if (started && ended && isBefore(ended, started)) {
      return rejected(deskError('endBeforeStart', { field: 'endedAt', startedAt: started.at, endedAt: ended.at }));
    }
    const event = incidentEvent(command, 'DurationRecorded', {
      duration,
      ...(startedAt !== undefined && { started: startedAt }),
      ...(endedAt !== undefined && { ended: endedAt }),
      ...(forecastHours !== undefined && { forecastHours }),
      source: source ?? null,
    });
    return decided([event], futureTimes({ startedAt, endedAt }, context.now));
  });
}
