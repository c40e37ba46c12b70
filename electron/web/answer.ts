/** An answer as a value, and the one place that writes it with the headers every answer carries. */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { WebFailure } from '#shared/contract/webRoutes.ts';
import { NEVER_STORED, securityHeaders } from './headers.ts';
import type { StaticFile } from './staticFiles.ts';

export type Answer = { status: number; headers?: OutgoingHttpHeaders; body?: Buffer };

export const jsonAnswer = (status: number, value: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': NEVER_STORED },
  body: Buffer.from(JSON.stringify(value)),
});

export const failureAnswer = (status: number, failure: WebFailure['failure']): Answer =>
  jsonAnswer(status, { failure } satisfies WebFailure);

export const fileAnswer = ({ body, type, cache }: StaticFile): Answer => ({
  status: 200,
  headers: { 'content-type': type, 'cache-control': cache },
  body,
});

export function sendAnswer(asked: IncomingMessage, reply: ServerResponse, port: number, answer: Answer): void {
  const body = answer.body ?? Buffer.alloc(0);
  const headers = { 'cache-control': NEVER_STORED, ...answer.headers, ...securityHeaders(port) };
  // What was not read to its end must not be taken for the next request.
  if (!asked.complete) reply.setHeader('connection', 'close');
  reply.writeHead(answer.status, { ...headers, 'content-length': body.length });
  reply.end(asked.method === 'HEAD' ? undefined : body);
}
