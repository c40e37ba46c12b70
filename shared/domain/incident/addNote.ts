/** A free entry in the log; when it happened may be apart from when it is written. */
import type { CommandOf } from '../commands.ts';
import type { Decision, DecisionContext } from '../decision.ts';
import { futureTimes } from '../questions.ts';
import { decided, incidentEvent, onIncident } from './onIncident.ts';

export function addNote(command: CommandOf<'AddNote'>, context: DecisionContext): Decision {
  const { text, happenedAt } = command;
  return onIncident(command, context, 'afterClosing', () => {
    const event = incidentEvent(command, 'NoteAdded', { text, happened: happenedAt ?? null });
    return decided([event], futureTimes({ happenedAt }, context.now));
  });
}
