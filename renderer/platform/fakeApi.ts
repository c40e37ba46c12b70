/**
 * DeskApi without a host, for tests and for developing screens: everything in memory, on the clock it is given. Starts
 * with the night of seeds.ts on the live desk, or empty as on a first run.
 */

import {
  type CalledAlarm,
  type Changed,
  type DeskApi,
  practiceDeskOf,
  type QueryReply,
  type SelfCheckReply,
} from '#shared/contract/deskApi.ts';
import type { DeskRow } from '#shared/contract/rows.ts';
import { isSelfCheckDue, judgeSelfCheck, type SelfCheckFacts } from '#shared/domain/desk/selfCheck.ts';
import { SYSTEM_ACTOR } from '#shared/domain/recorded.ts';
import { ENGINE_VERSION } from '#shared/plan/engine/version.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { parsePlanPackage } from '#shared/plan/parsePlan.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { createFakeDesk, type FakeDesk } from './fake/fakeDesk.ts';
import { createFakeFiles } from './fake/fakeFiles.ts';
import { createFakeIdentity } from './fake/fakeIdentity.ts';
import { type Seed, seedNight, seedPractice } from './fake/seeds.ts';

export type FakeApi = DeskApi & {
  live: FakeDesk;
  /** As if the host's scheduler had called. */
  callAlarms(alarms: readonly CalledAlarm[]): void;
  /** As if the host went away or came back: calls throw in between. */
  setReachable(reachable: boolean): void;
};

export type FakeApiOptions = { start?: 'night' | 'empty'; now?: () => number };

/** A machine with nothing wrong; the page brings its own voice. */
const HEALTHY: Omit<SelfCheckFacts, 'sound'> = {
  tickMsAgo: 400,
  deskAnswerMs: 3,
  backup: { lastAt: null, isWhole: true, unsavedSince: null },
  freeBytes: 64 * 1024 ** 3,
  clockTrusted: true,
  cjkFonts: true,
};

export function firstBuiltinPlan(): PlanPackage {
  const parsed = parsePlanPackage(builtinPlans[0]);
  if (!parsed.ok) throw new Error(`builtin plan: ${JSON.stringify(parsed.faults)}`);
  return parsed.plan;
}

function sow(
  plan: PlanPackage,
  seed: Seed[],
  desk: Omit<Parameters<typeof createFakeDesk>[0], 'plan' | 'now'>,
  then: () => number,
) {
  let at: number | null = null;
  const made = createFakeDesk({ ...desk, plan, now: () => at ?? then() });
  const officers = new Map<string, { officerId: string; name: string; post: string }>();
  for (const { at: instant, by, command } of seed) {
    at = instant;
    if (command.type === 'AddOfficer') officers.set(command.officerId, command);
    const actor = officers.get(by) ?? { officerId: by, name: by, post: by };
    const reply = made.record(command, actor, `seed-${made.position()}`, true);
    if (!reply.ok) throw new Error(`seed ${command.type}: ${JSON.stringify(reply)}`);
  }
  at = null;
  return made;
}

const officerIds = (reply: QueryReply<'getDesk'>): string[] =>
  reply.ok ? reply.result.officers.map(({ officerId }) => officerId) : [];

export function createFakeApi({ start = 'night', now = Date.now }: FakeApiOptions = {}): FakeApi {
  const plan = firstBuiltinPlan();
  const live = sow(
    plan,
    start === 'night' ? seedNight(plan, now()) : [],
    { deskId: 'live', kind: 'live', title: null },
    now,
  );
  live.raiseAlarms();
  const desks = new Map<string, FakeDesk>([[live.deskId, live]]);
  const drafts = new Map<string, { value: string; savedAt: number }>();
  const listeners = new Set<(changed: Changed) => void>();
  const hearers = new Set<(alarms: readonly CalledAlarm[]) => void>();
  const watchers = new Set<(connected: boolean) => void>();
  const identities = new Set<() => void>();
  const identity = createFakeIdentity({
    officers: () => officerIds(live.query({ type: 'getDesk' }) as QueryReply<'getDesk'>),
    now,
    changed: () => {
      for (const hear of identities) hear();
    },
  });
  let reachable = true;

  const answer = async <T>(make: () => T): Promise<T> => {
    await Promise.resolve();
    if (!reachable) throw new Error('unreachable');
    return structuredClone(make());
  };
  const unknown = { ok: false as const, error: { code: 'unknownDesk' as const, params: {} } };

  return {
    live,
    setReachable(next) {
      reachable = next;
      for (const watcher of watchers) watcher(next);
      if (next) for (const listener of listeners) listener({ desk: '', position: -1, streams: [] });
    },
    host: () =>
      answer(() => ({
        version: '0.1.0',
        engineVersion: ENGINE_VERSION,
        desks: [...desks.values()].map(({ deskId, kind, title }) => ({ deskId, kind, title })),
        plans: [
          {
            planId: plan.id,
            title: plan.title,
            version: plan.version,
            city: plan.city,
            documentNumber: plan.documentNumber,
          },
        ],
        scenarios: [{ scenarioId: 'qingdao-2013', title: '青岛 2013 输油管道泄漏爆炸' }],
        dataFolder: '~/.local/share/watchdesk',
        now: now(),
        cjkFonts: true,
        freeSpace: null,
        rescue: null,
      })),
    async execute(request) {
      const desk = desks.get(request.desk);
      const reply = await answer(() => desk?.execute(request) ?? unknown);
      if (reply.ok) {
        const position = desk?.position() ?? 0;
        for (const listener of listeners) listener({ desk: request.desk, position, streams: ['desk'] });
      }
      return reply;
    },
    query: (deskId, query) => answer(() => desks.get(deskId)?.query(query) ?? unknown) as never,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    callAlarms(alarms) {
      for (const hear of hearers) hear(alarms);
    },
    onAlarms(hearer) {
      hearers.add(hearer);
      return () => hearers.delete(hearer);
    },
    identity: (request) => answer(() => identity(request)),
    onIdentity(hearer) {
      identities.add(hearer);
      return () => identities.delete(hearer);
    },
    onConnection(watcher) {
      watchers.add(watcher);
      watcher(reachable);
      return () => watchers.delete(watcher);
    },
    listDrafts: (deskId) =>
      answer(() =>
        [...drafts]
          .filter(([id]) => id.startsWith(`${deskId} `))
          .map(([id, draft]) => ({ key: id.slice(deskId.length + 1), ...draft })),
      ),
    saveDraft: (deskId, key, value) =>
      answer(() => {
        if (value === null) drafts.delete(`${deskId} ${key}`);
        else drafts.set(`${deskId} ${key}`, { value, savedAt: now() });
        return { savedAt: now() };
      }),
    rescue: () => answer(() => ({ done: false })),
    selfCheck: ({ sound, officerId }) =>
      answer((): SelfCheckReply => {
        const reply = live.query({ type: 'getDesk' });
        const { selfCheck, officers } = (reply.ok ? reply.result : {}) as DeskRow;
        const actor = officerId === null ? SYSTEM_ACTOR : officers.find((one) => one.officerId === officerId);
        if (actor === undefined) return { kind: 'refused', error: { code: 'unknownOfficer', params: {} } };
        if (officerId === null && !isSelfCheckDue(selfCheck?.at ?? null, now())) return { kind: 'notDue' };
        const results = judgeSelfCheck({ ...HEALTHY, sound }, now());
        const how = officerId === null ? 'daily' : 'byHand';
        const done = live.record({ type: 'RecordSelfCheck', how, results }, actor, `check-${live.position()}`, true);
        for (const listener of listeners) listener({ desk: 'live', position: live.position(), streams: ['desk'] });
        return { kind: 'done', results, isRecorded: done.ok };
      }),
    // Archives are made by a host; the fake desk has none.
    exportIncident: () => answer(() => ({ ok: false, error: { code: 'storage', params: { reason: 'fake' } } })),
    readArchive: () => answer(() => ({ kind: 'refused', error: { code: 'archiveGone', params: {} } })),
    ...createFakeFiles(answer),
    openPractice: (scenarioId) =>
      answer(() => {
        const deskId = practiceDeskOf(scenarioId);
        if (!desks.has(deskId)) {
          const desk = { deskId, kind: 'practice' as const, title: '青岛 2013 输油管道泄漏爆炸' };
          const practice = sow(plan, seedPractice(plan), desk, now);
          practice.seal();
          desks.set(deskId, practice);
          for (const listener of listeners) listener({ desk: deskId, position: practice.position(), streams: [] });
        }
        return { deskId };
      }),
  };
}
