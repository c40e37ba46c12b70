/** The host's answers as HTTP answers. */
import type { CallName, HostApi, Outcome } from '#electron/desks/hostApi.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import { type Answer, failureAnswer, jsonAnswer } from './answer.ts';
import type { BodyRead } from './readBody.ts';

const STATUS: Record<Extract<Outcome, { kind: 'failed' }>['failure'], number> = {
  badRequest: 400,
  notFound: 404,
  unavailable: 503,
};

const refusedAnswer = (status: number, error: DeskError): Answer => jsonAnswer(status, { ok: false, error });

export async function answerCall(api: HostApi, name: CallName, body: unknown, screen: string): Promise<Answer> {
  const outcome = await api.call(name, body, screen);
  switch (outcome.kind) {
    case 'answered':
      return jsonAnswer(200, outcome.reply);
    case 'refused':
      return refusedAnswer(400, outcome.error);
    case 'failed':
      return failureAnswer(STATUS[outcome.failure], outcome.failure);
  }
}

export function answerUnreadable(
  api: HostApi,
  name: CallName,
  { status, failure }: Extract<BodyRead, { ok: false }>,
): Answer {
  const error = status === 415 ? null : api.unreadable(name, status === 413 ? 'payloadTooLarge' : null);
  return error === null ? failureAnswer(status, failure) : refusedAnswer(status, error);
}
