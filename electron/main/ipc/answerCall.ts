/**
 * One call over IPC, from its arguments to its answer: who asks, what is asked, then the desk or the shell. Pure but for
 * the handlers it is given, so that everything a hostile page could send is tried without Electron.
 */
import type { HostApi, Outcome } from '#electron/desks/hostApi.ts';
import { DESKTOP_SCREEN } from '#electron/identity/screens.ts';
import { type DeskCall, deskCalls, type IpcAnswer, type IpcCall, type ShellCall } from '#shared/contract/shell.ts';
import { SHELL_MAX_BYTES, type ShellBody, shellMaxBytes, shellRequests } from '#shared/contract/shellRequests.ts';
import { type WebFailure, webRoutes } from '#shared/contract/webRoutes.ts';
import { plainBody } from './plainBody.ts';
import { type Sender, senderFault } from './senderCheck.ts';

/** The shell answers for the sender's window. */
export type Asker = { window: NonNullable<Sender['window']>; contentsId: number | null };
export type Shell = {
  [Name in ShellCall]: (body: ShellBody<Name>, asker: Asker) => Promise<object> | object;
};
export type CallDeps = { api: () => Promise<HostApi>; shell: Shell; log: (line: string) => void };

const failed = (status: number, failure: WebFailure['failure']): IpcAnswer => ({ status, value: { failure } });
const unreadable = (status: 400 | 413): IpcAnswer => failed(status, status === 413 ? 'payloadTooLarge' : 'badRequest');
const STATUS = { badRequest: 400, notFound: 404, unavailable: 503 } as const;
const isDeskCall = (call: IpcCall): call is DeskCall => (deskCalls as readonly IpcCall[]).includes(call);

/** The web host's numbers, so that the screen tells failures apart in one way whatever carries them. */
function answerOf(outcome: Outcome): IpcAnswer {
  switch (outcome.kind) {
    case 'answered':
      return { status: 200, value: outcome.reply };
    case 'refused':
      return { status: 400, value: { ok: false, error: outcome.error } };
    case 'failed':
      return failed(STATUS[outcome.failure], outcome.failure);
  }
}

async function answerDesk(call: DeskCall, body: unknown, deps: CallDeps): Promise<IpcAnswer> {
  const api = await deps.api();
  const { maxBytes, method } = webRoutes[call];
  const plain = plainBody(body, method === 'GET' ? SHELL_MAX_BYTES : maxBytes);
  if (plain.ok) return answerOf(await api.call(call, plain.value, DESKTOP_SCREEN));
  const error = api.unreadable(call, plain.status === 413 ? 'payloadTooLarge' : null);
  return error === null ? unreadable(plain.status) : { status: plain.status, value: { ok: false, error } };
}

async function answerShell(call: ShellCall, body: unknown, asker: Asker, { shell }: CallDeps): Promise<IpcAnswer> {
  const plain = plainBody(body, shellMaxBytes(call));
  if (!plain.ok) return unreadable(plain.status);
  const parsed = shellRequests[call].safeParse(plain.value);
  if (!parsed.success) return failed(400, 'badRequest');
  const handle = shell[call] as (body: unknown, asker: Asker) => Promise<object> | object;
  return { status: 200, value: await handle(parsed.data, asker) };
}

export async function answerCall(
  call: IpcCall,
  sender: Sender,
  args: readonly unknown[],
  deps: CallDeps,
): Promise<IpcAnswer> {
  const fault = senderFault(sender, call);
  if (fault !== null || sender.window === null) {
    deps.log(`call ${call} refused: ${fault}`);
    return failed(403, 'forbidden');
  }
  if (args.length > 1) return failed(400, 'badRequest');
  try {
    return isDeskCall(call)
      ? await answerDesk(call, args[0], deps)
      : await answerShell(call, args[0], { window: sender.window, contentsId: sender.contentsId ?? null }, deps);
  } catch (error) {
    // A page never sees the program's own errors, which may name folders of this machine.
    deps.log(`call ${call} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return failed(500, 'failed');
  }
}
