import type { CallSubject } from '#shared/domain/callTree/commands.ts';
import type { Route } from '../routes/route.ts';

export const callTreeRoute = (subject: CallSubject): Route =>
  'warningId' in subject
    ? { screen: 'callTree', of: 'warning', id: subject.warningId }
    : { screen: 'callTree', of: 'incident', id: subject.incidentId };

export const subjectKey = (subject: CallSubject): string =>
  'warningId' in subject ? `warning/${subject.warningId}` : `incident/${subject.incidentId}`;
