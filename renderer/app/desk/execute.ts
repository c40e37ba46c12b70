/**
 * One command, from the intent to a definite answer. The command id is made once per intent: when the answer never
 * came (connection lost), the same command tried again carries the same id, so nothing is recorded twice.
 */
import type { DeskApi, ExecuteReply, ExecuteRequest } from '#shared/contract/deskApi.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import type { ConfirmCode, ConfirmQuestion, DeskError } from '#shared/domain/errors.ts';

export type ExecuteOutcome =
  | { ok: true; entryIds: string[]; position: number }
  | { ok: false; kind: 'refused'; error: DeskError }
  /** The officer looked at the question and went back. */
  | { ok: false; kind: 'declined' }
  /** No answer: it may or may not have been recorded. */
  | { ok: false; kind: 'unreachable' };

/** `said`: questions the officer has answered already, because the form said the same before it was sent. */
export type Executor = (
  deskId: string,
  officerId: string,
  command: CommandInput,
  said?: readonly ConfirmCode[],
) => Promise<ExecuteOutcome>;

export function createExecutor(
  api: Pick<DeskApi, 'execute'>,
  newCommandId: () => string,
  ask: (questions: ConfirmQuestion[]) => Promise<boolean>,
  /** Somebody has to sign in first: answers who did, null where nobody did or it would not help. */
  prove: (error: DeskError) => Promise<string | null> = async () => null,
): Executor {
  /** Intents without a definite answer yet, by what they say. */
  const unanswered = new Map<string, string>();

  const send = async (request: ExecuteRequest): Promise<ExecuteReply | null> => {
    try {
      return await api.execute(request);
    } catch {
      return null;
    }
  };

  const run: Executor = async (deskId, officerId, command, said = []) => {
    const intent = JSON.stringify([deskId, officerId, command]);
    const commandId = unanswered.get(intent) ?? newCommandId();
    unanswered.set(intent, commandId);
    const request: ExecuteRequest = { desk: deskId, officerId, commandId, command };

    let reply = await send(request);
    while (reply !== null && !reply.ok && 'confirm' in reply) {
      const open = reply.confirm.questions.filter(({ code }) => !said.includes(code));
      if (open.length > 0 && !(await ask(open))) {
        unanswered.delete(intent);
        return { ok: false, kind: 'declined' };
      }
      reply = await send({ ...request, confirmToken: reply.confirm.token });
    }
    if (reply === null) return { ok: false, kind: 'unreachable' };
    unanswered.delete(intent);
    if (reply.ok) return reply;
    const who = await prove(reply.error);
    // In the name of whoever signed in, which makes it another intent.
    return who === null ? { ok: false, kind: 'refused', error: reply.error } : run(deskId, who, command, said);
  };
  return run;
}
