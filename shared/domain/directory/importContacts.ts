/**
 * An import comes in parts, so that the desk answers between them, and counts as a whole from its end on: a part that
 * never came leaves nothing behind. Undoing takes it back as a whole, too [DIRECTORY-1, DIRECTORY-2].
 */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { decided } from '../incident/onIncident.ts';
import { futureTimes } from '../questions.ts';
import { contactErrors, deskPlan, directoryEvent } from './changeContact.ts';
import { findContact } from './contactMap.ts';
import { countUndone, type DirectoryState, type StagedImport } from './directory.ts';
import { planContacts } from './planContacts.ts';
import { compareWith, hasRow } from './stagedRows.ts';

/** Another officer's import is let be while it still moves. */
const STALLED_AFTER_MS = 60_000;

export function startContactImport(command: CommandOf<'StartContactImport'>, context: DecisionContext): Decision {
  const { importId, fileName, rows, parts, asOf } = command;
  const { running, imports } = context.directory();
  const isTaken = running?.importId === importId || imports.some((done) => done.importId === importId);
  const isMoving =
    running !== null &&
    running.actor.officerId !== context.actor.officerId &&
    context.now - running.lastAt < STALLED_AFTER_MS;
  const error = firstError(
    isTaken ? deskError('idTaken', { field: 'importId', id: importId }) : null,
    isMoving ? deskError('importRunning', { by: running.actor.name }) : null,
  );
  if (error !== null) return rejected(error);
  return decided(
    [directoryEvent('ContactImportStarted', { importId, fileName, rows, parts, asOf })],
    futureTimes({ asOf }, context.now),
  );
}

function runningImport({ running }: DirectoryState, importId: string): StagedImport | DeskError {
  return running?.importId === importId ? running : deskError('importNotOpen');
}

export function stageContacts(command: CommandOf<'StageContacts'>, context: DecisionContext): Decision {
  const { importId, part, rows } = command;
  const running = runningImport(context.directory(), importId);
  if ('code' in running) return rejected(running);
  const plan = deskPlan(context);
  if (plan === null) return rejected(deskError('unknownPlan', { planId: context.desk.plan?.id }));
  const error = firstError(
    part === running.came && part < running.parts
      ? null
      : deskError('importIncomplete', { parts: running.came, of: running.parts }),
    ...rows.map(({ contact }) => contactErrors(plan, contact)),
  );
  return error === null ? accepted([directoryEvent('ContactsStaged', { importId, part, rows })]) : rejected(error);
}

export function finishContactImport(command: CommandOf<'FinishContactImport'>, context: DecisionContext): Decision {
  const { importId } = command;
  const directory = context.directory();
  const running = runningImport(directory, importId);
  if ('code' in running) return rejected(running);
  const plan = deskPlan(context);
  if (plan === null) return rejected(deskError('unknownPlan', { planId: context.desk.plan?.id }));
  const { came, parts, staged } = running;
  if (came !== parts || staged.size !== running.rows)
    return rejected(deskError('importIncomplete', { parts: came, of: parts }));
  if (staged.twice !== null) return rejected(deskError('idTaken', { field: 'contactId', id: staged.twice }));
  const { contacts } = directory;
  const { known, overtaken } = compareWith(staged, contacts);
  if (overtaken > 0) return rejected(deskError('importOvertaken', { n: overtaken }));
  const ofPlan = [...planContacts(plan).keys()].filter(
    (id) => hasRow(staged, id) && findContact(contacts, id) === null,
  );
  const merged = known + ofPlan.length;
  const added = staged.size - merged;
  const { fileName } = running;
  return accepted([directoryEvent('ContactImportFinished', { importId, fileName, added, merged })]);
}

export function cancelContactImport(command: CommandOf<'CancelContactImport'>, context: DecisionContext): Decision {
  const running = runningImport(context.directory(), command.importId);
  if ('code' in running) return rejected(running);
  const { importId, fileName } = running;
  return accepted([directoryEvent('ContactImportCancelled', { importId, fileName })]);
}

export function undoContactImport(command: CommandOf<'UndoContactImport'>, context: DecisionContext): Decision {
  const { importId } = command;
  const directory = context.directory();
  const done = directory.imports.find((each) => each.importId === importId);
  if (done === undefined) return rejected(deskError('importNotOpen'));
  if (done.undone !== null) return rejected(deskError('importUndone', { at: done.undone.at }));
  const { removed, restored } = countUndone(directory, importId);
  const kept = done.added + done.merged - removed - restored;
  const { fileName } = done;
  return accepted([directoryEvent('ContactImportUndone', { importId, fileName, removed, restored, kept })]);
}
