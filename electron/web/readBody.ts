/** Reads a request's JSON body up to a limit; everything else about it is refused before it is parsed. */
import type { IncomingMessage } from 'node:http';
import type { WebFailure } from '#shared/contract/webRoutes.ts';

export type BodyRead =
  | { ok: true; value: unknown }
  | { ok: false; status: 400 | 413 | 415; failure: WebFailure['failure'] };

const JSON_TYPE = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;
/** What is nested deeper is nobody's command, and would overflow the stack of whoever walks it. */
const MAX_DEPTH = 100;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Null when it is longer than it may be; the rest of it then flows by unread, so that the answer still gets through. */
function collect(message: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    message.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= maxBytes) parts.push(part);
      else resolve(null);
    });
    message.on('end', () => resolve(Buffer.concat(parts)));
    message.on('error', reject);
    message.on('close', () => reject(new Error('the caller went away')));
  });
}

function isTooDeep(json: string): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < json.length; i++) {
    const char = json[i];
    if (inText) {
      if (char === '\\') i++;
      else if (char === '"') inText = false;
    } else if (char === '"') inText = true;
    else if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

export async function readJsonBody(message: IncomingMessage, maxBytes: number): Promise<BodyRead> {
  const { headers } = message;
  if (!JSON_TYPE.test(headers['content-type'] ?? '') || headers['content-encoding'] !== undefined) {
    return { ok: false, status: 415, failure: 'notJson' };
  }
  const tooLarge = { ok: false, status: 413, failure: 'payloadTooLarge' } as const;
  if (Number(headers['content-length'] ?? 0) > maxBytes) return tooLarge;
  const bytes = await collect(message, maxBytes);
  if (bytes === null) return tooLarge;
  const badRequest = { ok: false, status: 400, failure: 'badRequest' } as const;
  try {
    const text = utf8.decode(bytes);
    return isTooDeep(text) ? badRequest : { ok: true, value: JSON.parse(text) };
  } catch {
    return badRequest;
  }
}
