/** Place, operator, measures taken…: the words of the incident, and its title. */
import { deskError, detailErrors, withItemIds } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { outOfScope } from '../questions.ts';
import { decided, incidentEvent, onIncident } from './onIncident.ts';
import { detailsOf } from './status.ts';

export function reviseDetails(command: CommandOf<'ReviseDetails'>, context: DecisionContext): Decision {
  const { title, source } = command;
  return onIncident(command, context, 'open', ({ state, plan }) => {
    const details = withItemIds(plan, command.details ?? {});
    if (title === undefined && Object.keys(details).length === 0) {
      return rejected(deskError('nothingToRecord', { field: 'details' }));
    }
    const error = detailErrors(plan, details);
    if (error !== null) return rejected(error);
    const known = detailsOf(state);
    const sameDetails = Object.entries(details).every(
      ([id, value]) => known[id] !== undefined && known[id].value === value,
    );
    if (sameDetails && (title === undefined || title === state.title)) {
      return rejected(deskError('nothingChanged', { field: 'details' }));
    }
    const event = incidentEvent(command, 'DetailsRevised', { title: title ?? null, details, source: source ?? null });
    return decided([event], outOfScope(plan, details));
  });
}
