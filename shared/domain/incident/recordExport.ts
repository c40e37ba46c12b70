/** An export left the desk: its manifest's hash stands in the log, so that one made or cut later can be told from it. */
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext } from '../decision.ts';
import { incidentEvent, onIncident } from './onIncident.ts';

export function recordExport(command: CommandOf<'RecordExport'>, context: DecisionContext): Decision {
  const { manifestHash, files, bytes, head } = command;
  return onIncident(command, context, 'always', () =>
    accepted([incidentEvent(command, 'IncidentExported', { manifestHash, files, bytes, head })]),
  );
}
