import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cookieName, openSessions, readCookie, type Sessions, sessionCookie } from './sessions.ts';

const DAY = 24 * 60 * 60_000;

function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-sessions-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const time = { now: 1_800_000_000_000 };
  return { folder, time, sessions: openSessions(folder, () => time.now) };
}
const enter = (sessions: Sessions): string => sessions.trade(sessions.offerToken()) ?? '';

test('[WEB-1] a token is good once, and only the newest sixteen are', () => {
  const { sessions } = opened();
  const first = sessions.offerToken();
  const others = Array.from({ length: 16 }, () => sessions.offerToken());
  expect(sessions.trade(first)).toBeNull();
  for (const token of others) expect(sessions.knows(sessions.trade(token) ?? '')).toBe(true);
  for (const token of others) expect(sessions.trade(token)).toBeNull();
});

test('[WEB-1] a screen in use is not signed out by many others signing in', () => {
  const { sessions } = opened();
  const inUse = enter(sessions);
  const idle = enter(sessions);
  for (let n = 0; n < 200; n++) {
    enter(sessions);
    expect(sessions.knows(inUse)).toBe(true);
  }
  expect(sessions.knows(idle)).toBe(false);
});

test('[WEB-1] a session ends after thirty days without use, and lasts over a restart with it', () => {
  const { folder, time, sessions } = opened();
  const used = enter(sessions);
  const left = enter(sessions);
  for (let day = 0; day < 31; day++) {
    time.now += DAY + 1;
    expect(sessions.knows(used)).toBe(true);
  }
  expect(sessions.knows(left)).toBe(false);
  expect(openSessions(folder, () => time.now).knows(used)).toBe(true);
});

test('[WEB-1] cookies ignore ports: two desks on one machine do not take each other’s', () => {
  const [one, other] = ['0123456789abcdef', 'fedcba9876543210'];
  const header = [sessionCookie(one, 'secret-one'), sessionCookie(other, 'secret-other')]
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
  expect([one, other].map((hostId) => readCookie(header, cookieName(hostId)))).toEqual(['secret-one', 'secret-other']);
  expect(readCookie(sessionCookie(one, 'secret-one'), cookieName(other))).toBeNull();
});
