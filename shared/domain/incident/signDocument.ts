/** 签发: the words as they were signed, with what the board showed at that moment. */
import { deskError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { isEntry } from './incident.ts';
import { assessNow, incidentEvent, onIncident, shownOf } from './onIncident.ts';

export function signDocument(command: CommandOf<'SignDocument'>, context: DecisionContext): Decision {
  const { documentId, kind, content, signedOffBy } = command;
  return onIncident(command, context, 'afterClosing', (subject) => {
    const unknown = unknownItem('kind', kind, subject.plan.reportKinds);
    if (unknown !== null) return rejected(unknown);
    const taken = subject.state.entries.some(
      (entry) => isEntry(entry, 'DocumentSigned') && entry.payload.documentId === documentId,
    );
    if (taken) return rejected(deskError('idTaken', { field: 'documentId', id: documentId }));
    const shown = shownOf(assessNow(subject, context), subject.pin, context);
    return accepted([incidentEvent(command, 'DocumentSigned', { documentId, kind, content, signedOffBy, shown })]);
  });
}
