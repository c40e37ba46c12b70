/**
 * A file goes to a call that is with no incident: a false alarm, a duplicate. Files of an incident's call are told with the
 * incident, where they are exported, struck and shown.
 */
import type { CallState } from '../call/call.ts';
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { callStream } from '../streams.ts';
import { notKept, safelyNamed, tooManyFiles } from './attachFile.ts';
import type { KeptFile } from './attachment.ts';

export function attachFileToCall(command: CommandOf<'AttachFileToCall'>, context: DecisionContext): Decision {
  const { callId, attachmentId, entryId } = command;
  const call = context.call(callId);
  if (call === null) return rejected(deskError('unknownCall', { field: 'callId', id: callId }));
  const file = safelyNamed(command.file);
  const error = firstError(
    withIncident(call),
    taken(call, attachmentId, entryId),
    repeated(call, file),
    tooManyFiles(call.attachments.length),
    notKept(file, context),
  );
  if (error !== null) return rejected(error);
  const payload = { attachmentId, of: { kind: 'call', callId }, file };
  const event = { stream: callStream(callId), type: 'FileAttached', payload, attachments: [file] };
  return accepted([entryId === undefined ? event : { ...event, entryId }]);
}

function withIncident({ disposition }: CallState): DeskError | null {
  if (disposition.kind !== 'open' && disposition.kind !== 'join') return null;
  return deskError('callHasIncident', { field: 'callId', incidentId: disposition.incidentId });
}

function taken(
  { attachments, entryId }: CallState,
  attachmentId: string,
  chosen: string | undefined,
): DeskError | null {
  if (attachments.some((row) => row.attachmentId === attachmentId))
    return deskError('idTaken', { field: 'attachmentId', id: attachmentId });
  const isTaken = chosen !== undefined && (chosen === entryId || attachments.some((row) => row.entryId === chosen));
  return isTaken ? deskError('idTaken', { field: 'entryId', id: chosen }) : null;
}

const repeated = ({ attachments }: CallState, { sha256, name }: KeptFile): DeskError | null =>
  attachments.some(({ file }) => file.sha256 === sha256) ? deskError('fileAlreadyAttached', { name }) : null;
