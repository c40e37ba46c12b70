/** The desk that the contract is checked on: one for all areas, whose tests use ids of their own, and the usual questions to it. */
import type { DeskApi, ExecuteReply, ExecuteRequest } from '#shared/contract/deskApi.ts';
import type { CommandInput } from '#shared/domain/commands.ts';

export type OpenedApi = {
  api: DeskApi;
  /** Lets go of the desk and opens it again on the same data. */
  reopen: () => Promise<DeskApi>;
  close: () => Promise<void>;
};

export const DESK = 'main';
export const OFFICER = 'wang';
export const MINUTE = 60_000;
export const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE).toISOString();

let ids = 0;
export const fresh = (name: string) => `${name}-${(ids += 1)}`;

export const call = (incidentId: string, more: Record<string, unknown> = {}): CommandInput => ({
  type: 'TakeCall',
  callId: fresh('call'),
  occurredAt: ago(58),
  receivedAt: ago(2),
  conditions: { leak: 'yes' },
  figures: { dead: 0, trapped: 'unknown' },
  details: { pipeline: '东黄复线', trend: null },
  disposition: { kind: 'open', incidentId },
  ...more,
});

export type ContractDesk = {
  /** Another one after `reopen`. */
  readonly api: DeskApi;
  open: () => Promise<void>;
  reopen: () => Promise<void>;
  close: () => Promise<void>;
  request: (command: CommandInput, commandId?: string) => ExecuteRequest;
  execute: (command: CommandInput, commandId?: string) => Promise<ExecuteReply>;
  /** Anything at all, as a hostile or broken caller would send it. */
  executeRaw: (raw: unknown) => Promise<ExecuteReply>;
  /** Entries by people; the host's alarms come when they come. */
  written: () => Promise<string[]>;
};

export function contractDesk(openApi: () => Promise<OpenedApi>): ContractDesk {
  let opened: OpenedApi | null = null;
  let api: DeskApi | null = null;
  const running = (): OpenedApi => {
    if (opened === null) throw new Error('the desk is not open');
    return opened;
  };
  const apiNow = (): DeskApi => api ?? running().api;
  const request = (command: CommandInput, commandId = fresh('command')): ExecuteRequest => ({
    desk: DESK,
    commandId,
    officerId: OFFICER,
    command,
  });
  return {
    get api() {
      return apiNow();
    },
    async open() {
      opened = await openApi();
    },
    async reopen() {
      api = await running().reopen();
    },
    close: () => running().close(),
    request,
    execute: (command, commandId) => apiNow().execute(request(command, commandId)),
    executeRaw: (raw) => apiNow().execute(raw as ExecuteRequest),
    async written() {
      const log = await apiNow().query(DESK, { type: 'listLog', limit: 500 });
      if (!log.ok) throw new Error(log.error.code);
      return log.result.filter((row) => row.type !== 'AlarmRaised').map((row) => row.entryId);
    },
  };
}

export const codeOf = (reply: ExecuteReply | { ok: boolean; error?: { code: string } }) =>
  reply.ok ? 'ok' : 'confirm' in reply ? 'confirm' : reply.error?.code;

/** Resolves once the api says that the host can be reached. */
export function connected(api: DeskApi): Promise<void> {
  return new Promise((resolve) => {
    const stop = api.onConnection((isConnected) => {
      if (!isConnected) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}

export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
