/**
 * Who may use the desk: single-use tokens, handed out in an address's fragment, are traded for a session whose secret
 * lives in the browser's cookie. Only hashes are kept, in the data folder, so that reloads, second tabs and restarts of
 * the host keep working and a copied file lets nobody in.
 */
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateJson, writePrivateJson } from '#electron/desks/privateFiles.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const IDLE_DAYS = 30;
const MAX_SESSIONS = 64;
const MAX_TOKENS = 16;

const storedSchema = z.array(z.strictObject({ hash: z.string().length(64), usedAt: z.number().int() }));

export type Sessions = {
  /** A fresh single-use token. */
  offerToken(): string;
  /** The new session's secret, or null where the token is unknown or used. */
  trade(token: string): string | null;
  knows(secret: string): boolean;
};

/** What is kept of a session, and what it is known by. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const newSecret = (): string => randomBytes(32).toString('base64url');

/** Keeps the newest `limit` by insertion order. */
function dropOldest(entries: Map<string, number> | Set<string>, limit: number): void {
  for (const key of entries.keys()) {
    if (entries.size <= limit) return;
    entries.delete(key);
  }
}

export function openSessions(folder: string, clock: () => number): Sessions {
  const path = join(folder, 'sessions.json');
  const stored = storedSchema.safeParse(readPrivateJson(path)).data ?? [];
  const usedAt = new Map(stored.map((session) => [session.hash, session.usedAt]));
  const tokens = new Set<string>();
  const save = () =>
    writePrivateJson(
      path,
      Array.from(usedAt, ([hash, at]) => ({ hash, usedAt: at })),
    );

  /** Re-inserting moves it to the end: the map's order is the order of last use. */
  function touch(hash: string, now: number): void {
    usedAt.delete(hash);
    usedAt.set(hash, now);
    dropOldest(usedAt, MAX_SESSIONS);
    save();
  }

  return {
    offerToken() {
      const token = newSecret();
      tokens.add(hashOf(token));
      dropOldest(tokens, MAX_TOKENS);
      return token;
    },
    trade(token) {
      if (!tokens.delete(hashOf(token))) return null;
      const secret = newSecret();
      touch(hashOf(secret), clock());
      return secret;
    },
    knows(secret) {
      const hash = hashOf(secret);
      const last = usedAt.get(hash);
      if (last === undefined) return false;
      const now = clock();
      if (now - last > IDLE_DAYS * DAY_MS) return false;
      if (now - last > DAY_MS) touch(hash, now);
      else {
        // In use: of too many sessions it is not the one to go. Only the day of it is worth a write.
        usedAt.delete(hash);
        usedAt.set(hash, last);
      }
      return true;
    },
  };
}

/** Cookies ignore ports: the name keeps two desks on one machine apart. */
export const cookieName = (hostId: string): string => `watchdesk-${hostId}`;

export const sessionCookie = (hostId: string, secret: string): string =>
  `${cookieName(hostId)}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${400 * 24 * 60 * 60}`;

export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
