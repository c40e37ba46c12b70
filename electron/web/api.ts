/** The desk's routes: parse, find the desk, ask it. What a body may be stands in `webRoutes.ts`. */
import type { z } from 'zod';
import type { ExecuteRequest, HostInfo } from '#shared/contract/deskApi.ts';
import { type WebFailure, type WebReply, type WebRouteName, webRoutes } from '#shared/contract/webRoutes.ts';
import type { DeskError, DeskErrorCode } from '#shared/domain/errors.ts';
import { SYSTEM_ACTOR } from '#shared/domain/recorded.ts';
import { type Answer, failureAnswer, jsonAnswer } from './answer.ts';
import { DeskUnavailable, type Desks, type HostDesk } from './desks.ts';
import type { BodyRead } from './readBody.ts';

export type Api = {
  answer(name: WebRouteName, body: unknown): Promise<Answer>;
  /** The body could not even be read. */
  refuseBody(name: WebRouteName, refusal: Extract<BodyRead, { ok: false }>): Answer;
};

type Failed = { failure: WebFailure['failure']; status: number };
type Parsed<Name extends WebRouteName> = z.output<(typeof webRoutes)[Name]['body']>;
type Handlers = { [Name in WebRouteName]: (body: Parsed<Name>) => Promise<WebReply<Name> | Failed> };

/** Routes whose refusals have the desk's own shape, so that a caller handles one kind of error. */
const DESK_SHAPED: Partial<Record<WebRouteName, DeskErrorCode>> = { execute: 'invalidCommand', query: 'query' };
const NOT_FOUND: Failed = { failure: 'notFound', status: 404 };

const isFailed = (reply: object): reply is Failed => 'failure' in reply;
const refused = (code: DeskErrorCode, params: Record<string, unknown> = {}): { ok: false; error: DeskError } => ({
  ok: false,
  error: { code, params },
});

/** Only the host itself acts as the program, and only the program raises alarms. */
function actsAsProgram({ officerId, command }: Parsed<'execute'>): boolean {
  return officerId === SYSTEM_ACTOR.officerId || command.type === 'RaiseAlarm';
}

export function createApi(desks: Desks, hostInfo: () => Promise<HostInfo>): Api {
  const onDesk = async <Reply>(deskId: string, ask: (desk: HostDesk) => Promise<Reply>): Promise<Reply | Failed> => {
    const desk = desks.find(deskId);
    return desk === null ? NOT_FOUND : ask(desk);
  };

  const handlers: Handlers = {
    host: hostInfo,
    async execute(request) {
      const desk = desks.find(request.desk);
      if (desk === null) return refused('unknownDesk', { desk: request.desk });
      if (actsAsProgram(request)) return refused('unknownOfficer', { field: 'officerId', id: request.officerId });
      // The command's own shape is the desk's to judge.
      return desk.execute(request as ExecuteRequest);
    },
    async query({ desk: deskId, query }) {
      const desk = desks.find(deskId);
      return desk === null ? refused('unknownDesk', { desk: deskId }) : desk.query(query);
    },
    listDrafts: ({ desk }) => onDesk(desk, async (found) => ({ drafts: await found.listDrafts() })),
    saveDraft: ({ desk, key, value }) => onDesk(desk, (found) => found.saveDraft(key, value)),
    async openPractice({ scenarioId }) {
      const deskId = await desks.openPractice(scenarioId);
      return deskId === null ? NOT_FOUND : { deskId };
    },
  };

  return {
    async answer(name, body) {
      const parsed = webRoutes[name].body.safeParse(body);
      if (!parsed.success) {
        const code = DESK_SHAPED[name];
        if (code === undefined) return failureAnswer(400, 'badRequest');
        const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code }));
        return jsonAnswer(400, refused(code, { issues }));
      }
      const handler = handlers[name] as (body: unknown) => Promise<object>;
      try {
        const reply = await handler(parsed.data);
        return isFailed(reply) ? failureAnswer(reply.status, reply.failure) : jsonAnswer(200, reply);
      } catch (error) {
        if (error instanceof DeskUnavailable) return failureAnswer(503, 'unavailable');
        throw error;
      }
    },
    refuseBody(name, { status, failure }) {
      const code = status === 413 ? 'payloadTooLarge' : DESK_SHAPED[name];
      if (DESK_SHAPED[name] === undefined || code === undefined) return failureAnswer(status, failure);
      return jsonAnswer(status, refused(code));
    },
  };
}
