/** A file goes to an incident, a call or an entry of it; the desk looks first whether its bytes are there. */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import type { IncidentState } from '../incident/incident.ts';
import { decided, incidentEvent, onIncident } from '../incident/onIncident.ts';
import { callsOf, standing } from '../incident/status.ts';
import { takenError } from '../incident/taken.ts';
import { type AttachedTo, type KeptFile, MAX_FILES, type WarnedOf } from './attachment.ts';
import { safeFileName } from './fileName.ts';

export function attachFile(command: CommandOf<'AttachFile'>, context: DecisionContext): Decision {
  const { attachmentId, of = { kind: 'incident' } } = command;
  return onIncident(command, context, 'afterClosing', ({ state }) => {
    const file = safelyNamed(command.file);
    const error = firstError(
      takenError(state, 'FileAttached', 'attachmentId', attachmentId),
      unknownTarget(state, of),
      repeated(state, of, file),
      tooManyFiles(standing(state, 'FileAttached').length),
      notKept(file, context),
    );
    if (error !== null) return rejected(error);
    const event = incidentEvent(command, 'FileAttached', { attachmentId, of, file });
    return decided([{ ...event, attachments: [file] }], []);
  });
}

function unknownTarget(state: IncidentState, of: AttachedTo): DeskError | null {
  if (of.kind === 'call' && !callsOf(state).includes(of.callId))
    return deskError('unknownCall', { field: 'of.callId', id: of.callId });
  if (of.kind === 'entry' && !state.entries.some(({ entryId }) => entryId === of.entryId))
    return deskError('unknownEntry', { field: 'of.entryId', id: of.entryId });
  return null;
}

/** The same bytes to the same thing say nothing new. */
function repeated(state: IncidentState, of: AttachedTo, { sha256, name }: KeptFile): DeskError | null {
  const isThere = standing(state, 'FileAttached').some(
    ({ payload }) => payload.file.sha256 === sha256 && targetKey(payload.of) === targetKey(of),
  );
  return isThere ? deskError('fileAlreadyAttached', { name }) : null;
}

export const safelyNamed = (file: KeptFile): KeptFile => ({ ...file, name: safeFileName(file.name, file.mime) });

export const tooManyFiles = (count: number): DeskError | null =>
  count < MAX_FILES ? null : deskError('tooManyFiles', { most: MAX_FILES });

export function notKept(file: KeptFile, context: DecisionContext): DeskError | null {
  switch (context.keptFile(file)) {
    case 'whole':
      return null;
    case 'missing':
      return deskError('fileMissing', { name: file.name });
    case 'changed':
      return deskError('fileChanged', { name: file.name });
  }
}

function targetKey(of: AttachedTo | WarnedOf): string {
  switch (of.kind) {
    case 'incident':
      return of.kind;
    case 'call':
      return `call ${of.callId}`;
    case 'entry':
      return `entry ${of.entryId}`;
    case 'clue':
      return `clue ${of.clueId}`;
    case 'warning':
      return `warning ${of.warningId}`;
  }
}
