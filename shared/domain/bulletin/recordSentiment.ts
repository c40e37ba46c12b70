/** 舆情: what the public says, beside what it is told [plan 4.6]. */
import type { CommandOf } from '../commands.ts';
import type { Decision, DecisionContext } from '../decision.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import { futureTimes } from '../questions.ts';

export function recordSentiment(command: CommandOf<'RecordSentiment'>, context: DecisionContext): Decision {
  const { text, source, seenAt } = command;
  return onIncident(command, context, 'afterClosing', () => {
    const at = seenAt ?? nowTimed(context);
    const event = incidentEvent(command, 'SentimentRecorded', { text, source: source ?? null, at });
    return decided([event], futureTimes({ seenAt }, context.now));
  });
}
