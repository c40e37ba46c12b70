/** A file goes to a clue, or to a warning that has not ended: what an assessment looks at [plan 3.3]. */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import type { StreamId } from '../recorded.ts';
import { clueStream } from '../warning/clue.ts';
import { isEnded, warningStream } from '../warning/warning.ts';
import { notKept, safelyNamed, tooManyFiles } from './attachFile.ts';
import type { KeptFile, WarnedFile, WarnedOf } from './attachment.ts';

type Subject = { stream: StreamId; attachments: readonly WarnedFile[]; entryIds: readonly string[] };

export function attachFileToWarning(command: CommandOf<'AttachFileToWarning'>, context: DecisionContext): Decision {
  const { of, attachmentId, entryId } = command;
  const subject = subjectOf(of, context);
  if ('code' in subject) return rejected(subject);
  const file = safelyNamed(command.file);
  const error = firstError(
    taken(subject, attachmentId, entryId),
    repeated(subject, file),
    tooManyFiles(subject.attachments.length),
    notKept(file, context),
  );
  if (error !== null) return rejected(error);
  const payload = { attachmentId, of, file };
  const event = { stream: subject.stream, type: 'FileAttached', payload, attachments: [file] };
  return accepted([entryId === undefined ? event : { ...event, entryId }]);
}

function subjectOf(of: WarnedOf, context: DecisionContext): Subject | DeskError {
  if (of.kind === 'clue') {
    const clue = context.clue(of.clueId);
    if (clue === null) return deskError('unknownClue', { field: 'of.clueId', id: of.clueId });
    const { attachments, entryId } = clue;
    const entryIds = [entryId, ...attachments.map((row) => row.entryId)];
    return { stream: clueStream(of.clueId), attachments, entryIds };
  }
  const warning = context.warning(of.warningId);
  if (warning === null) return deskError('unknownWarning', { field: 'of.warningId', id: of.warningId });
  const { title, stage, attachments, entryIds } = warning;
  if (isEnded(warning)) return deskError('warningStage', { field: 'of.warningId', title, stage, needed: [] });
  return { stream: warningStream(of.warningId), attachments, entryIds };
}

function taken({ attachments, entryIds }: Subject, attachmentId: string, chosen: string | undefined): DeskError | null {
  if (attachments.some((row) => row.attachmentId === attachmentId))
    return deskError('idTaken', { field: 'attachmentId', id: attachmentId });
  return chosen !== undefined && entryIds.includes(chosen)
    ? deskError('idTaken', { field: 'entryId', id: chosen })
    : null;
}

const repeated = ({ attachments }: Subject, { sha256, name }: KeptFile): DeskError | null =>
  attachments.some(({ file }) => file.sha256 === sha256) ? deskError('fileAlreadyAttached', { name }) : null;
