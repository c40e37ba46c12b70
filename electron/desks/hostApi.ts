/**
 * What a host answers, whatever carries it: parse what came, find the desk, ask it. The web host puts it behind HTTP;
 * every other host puts the same calls behind its own channel. What a body may be stands in `webRoutes.ts`.
 */
import type { z } from 'zod';
import type { KeptFiles } from '#db/files/keptFiles.ts';
import type { Identity } from '#electron/identity/identity.ts';
import type { ExecuteRequest, HostInfo, SelfCheckReply, SelfCheckRequest } from '#shared/contract/deskApi.ts';
import { type WebReply, type WebRouteName, webRoutes } from '#shared/contract/webRoutes.ts';
import { commandIssues } from '#shared/domain/commandIssues.ts';
import type { DeskError, DeskErrorCode } from '#shared/domain/errors.ts';
import { SYSTEM_ACTOR } from '#shared/domain/recorded.ts';
import { type Desks, DeskUnavailable, type HostDesk, LIVE_DESK } from './desks.ts';
import type { Exports } from './exports.ts';

export type CallName = WebRouteName;
export type Outcome =
  | { kind: 'answered'; reply: object }
  /** Malformed, in the desk's own shape, so that a caller handles one kind of error. */
  | { kind: 'refused'; error: DeskError }
  | { kind: 'failed'; failure: 'badRequest' | 'notFound' | 'unavailable' };

export type HostApi = {
  /** `screen`: who asks, as its channel knows it; a browser's session or the desktop program. */
  call(name: CallName, body: unknown, screen: string): Promise<Outcome>;
  /** A body that could not even be read. */
  unreadable(name: CallName, code: DeskErrorCode | null): DeskError | null;
};

type Parsed<Name extends CallName> = z.output<(typeof webRoutes)[Name]['body']>;
type NotFound = null;
type Handlers = { [Name in CallName]: (body: Parsed<Name>, screen: string) => Promise<WebReply<Name> | NotFound> };

type Handler = (body: unknown, screen: string) => Promise<object | NotFound>;

const REFUSED_BY: Partial<Record<CallName, DeskErrorCode>> = {
  execute: 'invalidCommand',
  query: 'query',
  exportIncident: 'query',
};

const refused = (code: DeskErrorCode, params: Record<string, unknown>): { ok: false; error: DeskError } => ({
  ok: false,
  error: { code, params },
});

/** Only the host itself acts as the program, and only the program raises alarms, watches the clock, says what it found of itself and what it handed out. */
export const ONLY_PROGRAM: readonly string[] = [
  'RaiseAlarm',
  'RecordClockJump',
  'RecordSelfCheck',
  'RecordExport',
  'RecordPin',
  'RecordHandover',
];
const actsAsProgram = ({ officerId, command }: Parsed<'execute'>): boolean =>
  officerId === SYSTEM_ACTOR.officerId || ONLY_PROGRAM.includes(command.type);

export type HostParts = {
  desks: Desks;
  info: () => Promise<HostInfo>;
  /** Opens the data folder in the system's file manager; false where there is none. */
  showFolder: () => Promise<boolean>;
  selfCheck: (request: SelfCheckRequest) => Promise<SelfCheckReply>;
  /** The live desk's attached files. */
  files: KeptFiles;
  /** Exports that wait to be taken. */
  exports: Pick<Exports, 'make' | 'read'>;
  identity: Pick<Identity, 'act' | 'refusal'>;
};

export function createHostApi({ desks, info, showFolder, selfCheck, files, exports, identity }: HostParts): HostApi {
  const onDesk = async <Reply>(deskId: string, ask: (desk: HostDesk) => Promise<Reply>): Promise<Reply | NotFound> => {
    const desk = desks.find(deskId);
    return desk === null ? null : ask(desk);
  };

  /** Practice desks are read-only and keep no files. */
  const notHere = (desk: string): { kind: 'refused'; error: DeskError } | NotFound =>
    desks.find(desk) === null ? null : { kind: 'refused', error: { code: 'readOnlyDesk', params: { desk } } };

  type By = { desk: string; officerId: string; command?: { type: string } };
  /** Practice desks take no commands; whoever looks at one need not be anybody. */
  const notBy = async (screen: string, { desk, officerId, command }: By): Promise<DeskError | null> =>
    desk === LIVE_DESK ? identity.refusal(screen, officerId, command?.type ?? null) : null;

  const handlers: Handlers = {
    host: info,
    async selfCheck(request, screen) {
      const { officerId } = request;
      const error = officerId === null ? null : await identity.refusal(screen, officerId, null);
      return error === null ? selfCheck(request) : { kind: 'refused', error };
    },
    identity: (request, screen) => identity.act(screen, request),
    async execute(request, screen) {
      const desk = desks.find(request.desk);
      if (desk === null) return refused('unknownDesk', { desk: request.desk });
      if (actsAsProgram(request)) return refused('unknownOfficer', { field: 'officerId', id: request.officerId });
      const error = await notBy(screen, request);
      if (error !== null) return { ok: false, error };
      // The command's own shape is the desk's to judge.
      return desk.execute(request as ExecuteRequest);
    },
    async query({ desk: deskId, query }) {
      const desk = desks.find(deskId);
      return desk === null ? refused('unknownDesk', { desk: deskId }) : desk.query(query);
    },
    async exportIncident(request, screen) {
      const desk = desks.find(request.desk);
      if (desk === null) return refused('unknownDesk', { desk: request.desk });
      const error = await notBy(screen, request);
      if (error !== null) return { ok: false, error };
      return exports.make(desk, request);
    },
    readArchive: ({ archiveId, offset }) => exports.read(archiveId, offset),
    listDrafts: ({ desk }) => onDesk(desk, async (found) => ({ drafts: await found.listDrafts() })),
    saveDraft: ({ desk, key, value }) => onDesk(desk, (found) => found.saveDraft(key, value)),
    async rescue({ act }) {
      return { done: act === 'showFolder' ? await showFolder() : await desks.decideRescue(act) };
    },
    async storeFile({ desk, ...part }) {
      return desk === LIVE_DESK ? files.store(part) : notHere(desk);
    },
    async readFile({ desk, sha256, offset }) {
      return desk === LIVE_DESK ? files.read(sha256, offset) : notHere(desk);
    },
    async checkFiles({ desk, files: asked }) {
      return desk === LIVE_DESK ? { states: await files.check(asked) } : null;
    },
    async openPractice({ scenarioId }) {
      const deskId = await desks.openPractice(scenarioId);
      return deskId === null ? null : { deskId };
    },
  };

  return {
    async call(name, body, screen) {
      const parsed = webRoutes[name].body.safeParse(body);
      if (!parsed.success) {
        const code = REFUSED_BY[name];
        if (code === undefined) return { kind: 'failed', failure: 'badRequest' };
        return { kind: 'refused', error: { code, params: { issues: commandIssues(parsed.error, body) } } };
      }
      try {
        const reply = await (handlers[name] as Handler)(parsed.data, screen);
        return reply === null ? { kind: 'failed', failure: 'notFound' } : { kind: 'answered', reply };
      } catch (error) {
        if (error instanceof DeskUnavailable) return { kind: 'failed', failure: 'unavailable' };
        throw error;
      }
    },
    unreadable(name, code) {
      const own = REFUSED_BY[name];
      return own === undefined ? null : { code: code ?? own, params: {} };
    },
  };
}
