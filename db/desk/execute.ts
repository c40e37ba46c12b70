/**
 * One command, end to end: parsed, answered from before if it was already done, decided on the states as they are,
 * recorded in one transaction with one fsync, told to whoever listens. A refusal leaves nothing behind.
 */

import { storageError } from '#db/files/storageErrors.ts';
import type { RecordingClock } from '#db/log/clock.ts';
import type { CommittedCommand } from '#db/log/commands.ts';
import { canonicalJson, sha256, sha256Hex } from '#db/log/hash.ts';
import type { Log } from '#db/log/log.ts';
import type { Changed, ExecuteReply, ExecuteRequest } from '#shared/contract/deskApi.ts';
import type { LogHead } from '#shared/documents/document.ts';
import { decide } from '#shared/domain/decide.ts';
import type { DecisionContext } from '#shared/domain/decision.ts';
import type { ConfirmQuestion, DeskError } from '#shared/domain/errors.ts';
import type { NewEvent } from '#shared/domain/recorded.ts';
import { findActor } from './actors.ts';
import { createContext, deskState } from './context.ts';
import { parseCommand } from './parse.ts';
import type { Plans } from './plans.ts';
import type { Act, Recorded } from './record.ts';
import type { Streams } from './streams.ts';

export type ExecuteParts = {
  log: Log;
  clock: RecordingClock;
  streams: Streams;
  plans: Plans;
  record: (act: Act) => Recorded;
  keptFile: DecisionContext['keptFile'];
  publish: (changed: Omit<Changed, 'desk'>) => void;
};

export function createExecute({ log, clock, streams, plans, record, keptFile, publish }: ExecuteParts) {
  return function execute(request: ExecuteRequest): ExecuteReply {
    try {
      return attempt(request);
    } catch (thrown) {
      const error = storageError(thrown);
      if (error === null) throw thrown;
      return refused(error);
    }
  };

  function attempt(request: ExecuteRequest): ExecuteReply {
    const parsed = parseCommand(request.command);
    if (!parsed.ok) return refused(parsed.error);
    const command = parsed.value;
    const { commandId, officerId } = request;

    const content = canonicalJson({ officerId, command });
    const contentHash = sha256(content);
    const earlier = log.findCommand(commandId);
    if (earlier !== null) return sameAnswer(earlier, contentHash, commandId);

    const actor = findActor(officerId, command, deskState(streams));
    if (actor === null) return refused({ code: 'unknownOfficer', params: { field: 'officerId', id: officerId } });

    const reading = clock.read();
    const decision = decide(
      command,
      createContext({ streams, plans, logHead: headOf(log), keptFile }, reading.recordedAt, actor),
    );
    if (decision.kind === 'rejected') return refused(decision.error);
    if (decision.kind === 'confirm') {
      const token = confirmToken(content, decision.questions);
      if (request.confirmToken !== token) return { ok: false, confirm: { questions: decision.questions, token } };
    }
    // Nothing to add, e.g. an alarm that was already acknowledged.
    if (decision.events.length === 0) return { ok: true, entryIds: [], position: log.head().position };
    const taken = takenEntryId(decision.events, log);
    if (taken !== null) return refused({ code: 'idTaken', params: { field: 'entryId', id: taken } });

    const recorded = record({ commandId, contentHash, actor, reading, events: decision.events });
    const { entryIds, position } = recorded;
    publish({ position, streams: recorded.streams });
    return { ok: true, entryIds, position };
  }
}

/** As documents cite it. */
function headOf(log: Log): LogHead {
  const { position, hash } = log.head();
  return { chainId: log.chainId, position, hash: Buffer.from(hash).toString('hex') };
}

const refused = (error: DeskError): ExecuteReply => ({ ok: false, error });

function sameAnswer(earlier: CommittedCommand, contentHash: Uint8Array, commandId: string): ExecuteReply {
  const { entryIds, position } = earlier;
  if (Buffer.compare(earlier.contentHash, contentHash) === 0) return { ok: true, entryIds, position };
  return refused({ code: 'commandIdReused', params: { id: commandId } });
}

/** Belongs to this command and these questions: another command, or another doubt, asks again. */
function confirmToken(content: string, questions: readonly ConfirmQuestion[]): string {
  const codes = questions.map(({ code }) => code).sort();
  return sha256Hex(`${codes.join(' ')}\n${content}`);
}

function takenEntryId(events: readonly NewEvent[], log: Log): string | null {
  const chosen = events.flatMap(({ entryId }) => entryId ?? []);
  return chosen.find((id, index) => chosen.indexOf(id) !== index || log.hasEntry(id)) ?? null;
}

export type Execute = ReturnType<typeof createExecute>;
