/**
 * How a second start finds the desk that is already running on the same data folder, and gets a token from it.
 * `host.json` names the port; `host.key` holds a key that only this user can read. Both sides prove that they hold it
 * (over the port and fresh numbers, so that neither a stranger on a stale port nor a replay learns or gains anything).
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { request } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateJson, writePrivateJson } from '#electron/desks/privateFiles.ts';
import { originOf } from './gate.ts';

/** Where a browser enters with a token; the fragment never leaves it. */
export const addressWith = (port: number, token: string): string => `${originOf(port)}/#token=${token}`;

export const LAUNCH_PATH = '/launch';
const ANSWER_MS = 2000;
const MAX_ANSWER = 4096;
const MAX_CHALLENGES = 16;

const hexSchema = z.string().regex(/^[0-9a-f]{64}$/);
const identitySchema = z.strictObject({ hostId: z.string().regex(/^[0-9a-f]{16}$/), key: hexSchema });
const portFileSchema = z.strictObject({ port: z.number().int().min(1).max(65_535), pid: z.number().int() });
const challengeSchema = z.strictObject({ challenge: hexSchema });
export const launchBodySchema = z.strictObject({ challenge: hexSchema, nonce: hexSchema, proof: hexSchema });
const grantSchema = z.strictObject({ token: z.string().max(128), proof: hexSchema });

export type HostIdentity = z.infer<typeof identitySchema>;
export type LaunchBody = z.infer<typeof launchBodySchema>;
export type Grant = z.infer<typeof grantSchema>;

const fresh = (): string => randomBytes(32).toString('hex');
const sign = (key: string, ...words: (string | number)[]): string =>
  createHmac('sha256', key).update(words.join('\n')).digest('hex');
const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The host's lasting name and key, made at the first start. */
export function hostIdentity(folder: string): HostIdentity {
  const path = join(folder, 'host.key');
  const stored = identitySchema.safeParse(readPrivateJson(path));
  if (stored.success) return stored.data;
  const made = { hostId: randomBytes(8).toString('hex'), key: fresh() };
  writePrivateJson(path, made);
  return made;
}

const portFile = (folder: string): string => join(folder, 'host.json');
export const rememberPort = (folder: string, port: number): void =>
  writePrivateJson(portFile(folder), { port, pid: process.pid });
/** The port of the last host on this folder, running or not: taking it again keeps open tabs working. */
export const lastPort = (folder: string): number | null =>
  portFileSchema.safeParse(readPrivateJson(portFile(folder))).data?.port ?? null;

/** The running host's side. */
export function launchDesk(identity: HostIdentity, port: () => number, offerToken: () => string) {
  const challenges = new Set<string>();
  return {
    challenge(): { challenge: string } {
      const challenge = fresh();
      challenges.add(challenge);
      for (const oldest of challenges) if (challenges.size > MAX_CHALLENGES) challenges.delete(oldest);
      return { challenge };
    },
    /** A token for who holds the key; null for anyone else. */
    grant({ challenge, nonce, proof }: LaunchBody): Grant | null {
      if (!challenges.delete(challenge)) return null;
      if (!same(proof, sign(identity.key, 'launch', port(), challenge, nonce))) return null;
      const token = offerToken();
      return { token, proof: sign(identity.key, 'token', port(), nonce, token) };
    },
  };
}
export type LaunchDesk = ReturnType<typeof launchDesk>;

/** Undefined unless somebody answers 200 in time, and shortly. */
async function ask(port: number, method: 'GET' | 'POST', body?: unknown): Promise<unknown> {
  const text = await new Promise<string | undefined>((resolve, reject) => {
    const headers = { origin: originOf(port), 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(ANSWER_MS);
    const asked = request({ host: '127.0.0.1', port, path: LAUNCH_PATH, method, headers, signal }, (answer) => {
      let heard = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        heard += part;
        if (heard.length > MAX_ANSWER) answer.destroy(new Error('too long'));
      });
      answer.on('error', reject);
      answer.on('end', () => resolve(answer.statusCode === 200 ? heard : undefined));
    });
    asked.on('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
  return text === undefined ? undefined : JSON.parse(text);
}

/** Asks the host that `host.json` names for a token; null where it is gone or is somebody else. */
export async function askRunningHost(folder: string): Promise<{ port: number; token: string } | null> {
  const port = lastPort(folder);
  const identity = identitySchema.safeParse(readPrivateJson(join(folder, 'host.key')));
  if (port === null || !identity.success) return null;
  const { key } = identity.data;
  try {
    const { challenge } = challengeSchema.parse(await ask(port, 'GET'));
    const nonce = fresh();
    const proof = sign(key, 'launch', port, challenge, nonce);
    const grant = grantSchema.parse(await ask(port, 'POST', { challenge, nonce, proof }));
    return same(grant.proof, sign(key, 'token', port, nonce, grant.token)) ? { port, token: grant.token } : null;
  } catch {
    return null; // nobody listens, or somebody else does
  }
}
