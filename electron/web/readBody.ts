/** Reads a request's JSON body up to a limit; everything else about it is refused before it is parsed. */
import type { IncomingMessage } from 'node:http';
import type { WebFailure } from '#shared/contract/webRoutes.ts';

export type BodyRead =
  | { ok: true; value: unknown }
  | { ok: false; status: 400 | 413 | 415; failure: WebFailure['failure'] };

const JSON_TYPE = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;
const utf8 = new TextDecoder('utf-8', { fatal: true });

export async function readJsonBody(message: IncomingMessage, maxBytes: number): Promise<BodyRead> {
  const { headers } = message;
  if (!JSON_TYPE.test(headers['content-type'] ?? '') || headers['content-encoding'] !== undefined) {
    return { ok: false, status: 415, failure: 'notJson' };
  }
  const tooLarge = { ok: false, status: 413, failure: 'payloadTooLarge' } as const;
  if (Number(headers['content-length'] ?? 0) > maxBytes) return tooLarge;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) return tooLarge;
    parts.push(part);
  }
  try {
    return { ok: true, value: JSON.parse(utf8.decode(Buffer.concat(parts))) };
  } catch {
    return { ok: false, status: 400, failure: 'badRequest' };
  }
}
