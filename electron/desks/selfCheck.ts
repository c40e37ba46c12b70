/**
 * The desk checks itself: once a day, and when an officer asks. What the host finds and what a page says of its voice are
 * judged together (shared/domain/desk/selfCheck.ts); the result is recorded, which is the last check: the desk commits.
 */
import { randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { listBackups, type Verify } from '#db/files/backup.ts';
import type { QueryResults, SelfCheckReply, SelfCheckRequest } from '#shared/contract/deskApi.ts';
import {
  type CheckResults,
  isSelfCheckDue,
  judgeSelfCheck,
  type SelfCheckFacts,
  type SelfCheckHow,
  type SoundFinding,
} from '#shared/domain/desk/selfCheck.ts';
import { SYSTEM_ACTOR } from '#shared/domain/recorded.ts';
import { type HostDesk, LIVE_DESK } from './desks.ts';

/** A backup too large to read again in this time is not read; a page waits twenty seconds for its answer. */
const VERIFY_MS = 10_000;
/** The desk is given this long to answer. */
const ANSWER_MS = 5000;
const LOOK_EVERY_MS = 60_000;
/** So long a page may take to do the day's check; after that the host does it and says that nobody could hear. */
const PAGE_GRACE_MS = 15 * 60_000;
/** A result that could not be recorded leaves the day's check due; it is not tried again every minute. */
const RETRY_MS = 30 * 60_000;

export type SelfCheckDeps = {
  desk: HostDesk;
  /** The desk's file. */
  file: string;
  dataFolder: string;
  /** Milliseconds since the alarm tick last came to its end; null: never. */
  tickMsAgo: () => number | null;
  verify: Verify;
  cjkFonts: Promise<boolean>;
  /** How long reading a backup again may take. */
  verifyMs?: number;
  clock: () => number;
  log: (line: string) => void;
};

export type SelfCheck = {
  run(request: SelfCheckRequest): Promise<SelfCheckReply>;
  /** One look at whether the day's check was forgotten by every page. */
  look(): Promise<void>;
  stop(): void;
};

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** null where there is none or it took too long. */
async function isNewestWhole(file: string, verify: Verify, limitMs: number): Promise<boolean | null> {
  const [newest] = listBackups(file);
  if (newest === undefined) return null;
  const abort = new AbortController();
  const slow = wait(limitMs, null, { ref: false, signal: abort.signal });
  try {
    return await Promise.race([verify(newest.path, abort.signal).then(({ ok }) => ok), slow]);
  } catch {
    return false; // not even readable
  } finally {
    slow.catch(() => undefined); // stopped below
    abort.abort();
  }
}

async function askDesk<T extends 'getDesk' | 'getHealth'>(desk: HostDesk, type: T): Promise<QueryResults[T]> {
  const abort = new AbortController();
  const late = wait(ANSWER_MS, undefined, { ref: false, signal: abort.signal });
  late.catch(() => undefined);
  try {
    const reply = await Promise.race([desk.query({ type }), late]);
    if (reply === undefined) throw new Error('no answer');
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.result as QueryResults[T];
  } finally {
    abort.abort();
  }
}

export function createSelfCheck(deps: SelfCheckDeps): SelfCheck {
  const { desk, clock, log } = deps;
  const startedAt = clock();
  let triedAt: number | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function findOut(sound: SoundFinding): Promise<SelfCheckFacts> {
    const asked = performance.now();
    const health = await askDesk(desk, 'getHealth').catch(() => null);
    const deskAnswerMs = health === null ? null : performance.now() - asked;
    const [isWhole, free, cjkFonts] = await Promise.all([
      isNewestWhole(deps.file, deps.verify, deps.verifyMs ?? VERIFY_MS),
      freeBytes(deps.dataFolder),
      deps.cjkFonts,
    ]);
    const { lastBackupAt = null, unsavedSince = null, clockTrusted = true } = health ?? {};
    return {
      sound,
      tickMsAgo: deps.tickMsAgo(),
      deskAnswerMs,
      backup: { lastAt: lastBackupAt, isWhole, unsavedSince },
      freeBytes: free,
      clockTrusted,
      cjkFonts,
    };
  }

  async function record(results: CheckResults, how: SelfCheckHow, officerId: string): Promise<SelfCheckReply> {
    const command = { type: 'RecordSelfCheck', how, results } as const;
    const request = { desk: LIVE_DESK, commandId: `self-check-${randomUUID()}`, officerId, command };
    const reply = await desk.execute(request).catch(() => null);
    if (reply?.ok === true) return { kind: 'done', results, isRecorded: true };
    if (reply !== null && 'error' in reply && ['unknownOfficer', 'deskNotSetUp'].includes(reply.error.code)) {
      return { kind: 'refused', error: reply.error };
    }
    const fault = results.desk.fault ?? 'deskCannotWrite';
    log(`self-check not recorded 自检未能记录: ${fault}`);
    return { kind: 'done', results: { ...results, desk: { ...results.desk, fault } }, isRecorded: false };
  }

  async function check(sound: SoundFinding, officerId: string | null): Promise<SelfCheckReply> {
    if (officerId === null) {
      const now = clock();
      const justTried = triedAt !== null && now >= triedAt && now - triedAt < RETRY_MS;
      if (justTried || !(await isDue())) return { kind: 'notDue' };
      triedAt = now;
    }
    const results = judgeSelfCheck(await findOut(sound), clock());
    return record(results, officerId === null ? 'daily' : 'byHand', officerId ?? SYSTEM_ACTOR.officerId);
  }

  /** A desk that does not answer is checked: that is what is wrong with it. One without a plan has nothing to call yet. */
  async function isDue(lateMs = 0): Promise<boolean> {
    const row = await askDesk(desk, 'getDesk').catch(() => null);
    if (row !== null && row.planId === null) return false;
    return isSelfCheckDue(row?.selfCheck?.at ?? null, clock() - lateMs);
  }

  /** One after the other: of two pages that ask at once, the second finds that it is done. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  }

  async function look(): Promise<void> {
    if (clock() - startedAt < PAGE_GRACE_MS || !(await isDue(PAGE_GRACE_MS))) return;
    await inTurn(() => check('noScreen', null));
  }

  const looking = setInterval(() => {
    look().catch((error: unknown) =>
      log(`self-check failed: ${error instanceof Error ? error.message : String(error)}`),
    );
  }, LOOK_EVERY_MS);
  looking.unref();

  return {
    run: ({ sound, officerId }) => inTurn(() => check(sound, officerId)),
    look,
    stop: () => clearInterval(looking),
  };
}
