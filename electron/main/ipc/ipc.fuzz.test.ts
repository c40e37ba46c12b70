/**
 * What pages could send, well-formed and hostile, against the answering of calls: nothing throws, nothing reaches the
 * desk or the program that should not, and what should is answered. The fuzzer itself is tried on planted defects.
 */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { IpcCall, WindowKind } from '#shared/contract/shell.ts';
import type { Sender } from './senderCheck.ts';

const SEED = 20260213;
const CASES = 20_000;
const PAGE = 'app://watchdesk/index.html';
const SECRET = '/home/officer/desk.db';

type Case = { call: IpcCall; sender: Sender; args: readonly unknown[]; mayPass: boolean };

const VALID: Record<IpcCall, unknown> = {
  host: undefined,
  execute: { desk: 'main', commandId: 'command-1', officerId: 'wang', command: { type: 'AddNote', text: 'x' } },
  query: { desk: 'main', query: { type: 'getBoard' } },
  listDrafts: { desk: 'main' },
  saveDraft: { desk: 'main', key: 'intake', value: '{}' },
  openPractice: { scenarioId: 'qingdao' },
  rescue: { act: 'restore' },
  shellInfo: undefined,
  setAutostart: { on: true },
  openWall: { displayId: null },
  closeWall: undefined,
  openIncidentWindow: { desk: null, incidentId: 'i-1' },
  showMain: { incident: null },
};
const CALLS = Object.keys(VALID) as IpcCall[];
/** Written down here once more: the wall only looks, the alarm window acts on alarms. */
const LOOKING: IpcCall[] = ['host', 'query', 'listDrafts', 'shellInfo'];
const MAY: Record<WindowKind, IpcCall[]> = {
  main: CALLS,
  incident: CALLS,
  wall: LOOKING,
  alarm: [...LOOKING, 'execute', 'showMain'],
};

const goodFrame = { url: `${PAGE}#/board`, isMain: true };
const badSenders: Sender[] = [
  { window: null, frame: goodFrame },
  { window: 'main', frame: null },
  { window: 'main', frame: { ...goodFrame, isMain: false } },
  ...[
    'https://example.org/',
    'app://watchdesk.evil/index.html',
    'app://other/index.html',
    `${PAGE}.evil`,
    `${PAGE}?#`,
    'APP://WATCHDESK/index.html',
    `https://evil.org/#${PAGE}`,
    'app://watchdesk/other.html',
    'about:blank',
    `${PAGE}#\n`,
    '',
  ].map((url): Sender => ({ window: 'main', frame: { url, isMain: true } })),
];

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;
/** No value of these kinds belongs into any field. */
const WRONG: readonly unknown[] = [[], { a: 1 }, 1.5, new Map([['type', 'x']]), 10n, cyclic, Symbol.iterator, () => 1];
const NOT_BODIES: readonly unknown[] = [0, '', 'x', true, [], ['main'], 10n, cyclic, () => 1, Symbol('x')];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Ways to break a body for certain. */
function broken(call: IpcCall): unknown[] {
  const body = VALID[call];
  if (!isObject(body)) return [...NOT_BODIES, null, {}, { a: 1 }];
  const changes = Object.keys(body).flatMap((key) => {
    const without = Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
    const wrong = isObject(body[key]) ? WRONG.filter((value) => typeof value !== 'object') : WRONG;
    return [without, ...wrong.map((value) => ({ ...body, [key]: value })), { ...body, [key]: 'x'.repeat(2_000_000) }];
  });
  const more = [{ ...body, extra: 1 }, { ...body, __proto: {} }, [body], JSON.stringify(body), null];
  return [...NOT_BODIES, ...changes, ...more];
}
const asProgram = { ...(VALID['execute'] as object), officerId: 'system' };
/** The desk judges a command's fields; their size and what they are made of is judged before. */
const tooLarge = { ...(VALID['execute'] as object), command: { type: 'AddNote', text: 'x'.repeat(2_000_000) } };
const notPlain = { ...(VALID['execute'] as object), command: { type: 'AddNote', text: cyclic } };
const raisesAlarm = { ...(VALID['execute'] as object), command: { type: 'RaiseAlarm' } };
const BROKEN = Object.fromEntries(
  CALLS.map((call) => [
    call,
    call === 'execute' ? [...broken(call), asProgram, raisesAlarm, tooLarge, notPlain] : broken(call),
  ]),
) as Record<IpcCall, unknown[]>;

const kinds: WindowKind[] = ['main', 'incident', 'alarm', 'wall'];
const anyCase: fc.Arbitrary<Case> = fc
  .record({
    call: fc.constantFrom(...CALLS),
    window: fc.constantFrom(...kinds),
    foreign: fc.option(fc.constantFrom(...badSenders), { freq: 2 }),
    bodyAt: fc.option(fc.nat(), { freq: 2 }),
    extra: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ call, window, foreign, bodyAt, extra }) => {
    const bodies = BROKEN[call];
    const body = bodyAt === null ? VALID[call] : bodies[bodyAt % bodies.length];
    const args = extra === 0 ? [body, body] : [body];
    const sender = foreign ?? { window, frame: goodFrame };
    const mayPass = foreign === null && bodyAt === null && args.length === 1 && MAY[window].includes(call);
    return { call, sender, args, mayPass };
  });

type Fault = { case: Case; what: string };

/** Modules are loaded anew, so that a planted defect is what runs. */
async function firstFault(cases: readonly Case[]): Promise<Fault | null> {
  const { answerCall } = await import('./answerCall.ts');
  const { createHostApi } = await import('#electron/desks/hostApi.ts');
  let reached: unknown[] = [];
  const reach = (value: unknown) => {
    reached.push(value);
    if (JSON.stringify(value)?.includes('getBoard')) throw new Error(`no such file ${SECRET}`);
  };
  const desk = {
    execute: async (request: unknown) => (reach(request), { ok: true as const, entryIds: [], position: 1 }),
    query: async (query: unknown) => (reach(query), { ok: true as const, result: [] as never }),
    listDrafts: async () => (reach('drafts'), []),
    saveDraft: async (key: string, value: string | null) => (reach({ key, value }), { savedAt: 1 }),
  };
  const desks = {
    find: () => desk,
    list: () => [],
    positions: () => ({}),
    openPractice: async (id: string) => (reach(id), 'practice-1'),
    rescue: () => null,
    decideRescue: async (act: string) => (reach(act), true),
    close: async () => {},
  };
  const api = createHostApi({
    desks,
    info: async () => (reach('host'), {}) as never,
    showFolder: async () => (reach('folder'), true),
  });
  const shellCall = (body: unknown) => (reach(body ?? 'shell'), {});
  const shell = {
    shellInfo: shellCall,
    setAutostart: shellCall,
    openWall: shellCall,
    closeWall: shellCall,
    openIncidentWindow: shellCall,
    showMain: shellCall,
  };
  for (const one of cases) {
    reached = [];
    const fault = (what: string): Fault => ({ case: one, what });
    const deps = { api: async () => api, shell, log: () => {} };
    const answer = await answerCall(one.call, one.sender, one.args, deps).catch((error: unknown) => error);
    if (!isObject(answer) || answer instanceof Error) return fault(`threw ${String(answer)}`);
    const text = JSON.stringify(answer);
    if (text.includes(SECRET)) return fault('told a page about this machine');
    if (!one.mayPass && reached.length > 0) return fault('was let in');
    if (one.mayPass && reached.length !== 1) return fault('was kept out');
    const isPlain = reached.every((value) => JSON.stringify(value) !== undefined);
    if (!isPlain) return fault('let through what is not plain data');
  }
  return null;
}

const cases = fc.sample(anyCase, { numRuns: CASES, seed: SEED });

afterEach(() => {
  vi.resetModules();
  for (const path of PLANTED_IN) vi.doUnmock(path);
});

describe('what a page may send [reliability: IPC fuzz]', () => {
  it(`${CASES} cases, seed ${SEED}: none throws, none is let in that must not, none kept out that may`, async () => {
    expect(await firstFault(cases)).toBeNull();
  });

  it('the cases hold enough of each kind', () => {
    const passing = cases.filter(({ mayPass }) => mayPass).length;
    expect(passing).toBeGreaterThan(CASES / 20);
    for (const call of CALLS) expect(cases.filter((one) => one.call === call).length).toBeGreaterThan(CASES / 50);
  });
});

const senderCheck = './senderCheck.ts';
const plainBody = './plainBody.ts';
const webRoutes = '#shared/contract/webRoutes.ts';
const shellRequests = '#shared/contract/shellRequests.ts';
const recorded = '#shared/domain/recorded.ts';
const PLANTED_IN = [senderCheck, plainBody, webRoutes, shellRequests, recorded];

type SenderFault = (sender: Sender, call: IpcCall) => string | null;
type Change = (actual: Record<string, never>) => object;
/** A check that overlooks something: true where the defect lets it pass. */
const overlooks =
  (lets: (sender: Sender, call: IpcCall) => boolean): Change =>
  (actual) => {
    const senderFault = actual['senderFault'] as unknown as SenderFault;
    return {
      ...actual,
      senderFault: (sender: Sender, call: IpcCall) => (lets(sender, call) ? null : senderFault(sender, call)),
    };
  };
const route =
  (name: string, change: object): Change =>
  (actual) => {
    const routes = actual['webRoutes'] as unknown as Record<string, object>;
    return { ...actual, webRoutes: { ...routes, [name]: { ...routes[name], ...change } } };
  };

const DEFECTS: [string, string, Change][] = [
  ['a subframe is heard', senderCheck, overlooks(({ frame }) => frame?.isMain === false)],
  ['a frame that is gone is heard', senderCheck, overlooks(({ window, frame }) => window !== null && frame === null)],
  [
    'the origin is compared by its beginning',
    senderCheck,
    overlooks(({ frame }) => frame?.url.startsWith('app://watchdesk') === true && frame.isMain),
  ],
  ['the address is searched for the page', senderCheck, overlooks(({ frame }) => frame?.url.includes(PAGE) === true)],
  ['case does not matter', senderCheck, overlooks(({ frame }) => frame?.url.toLowerCase() === PAGE)],
  ['any page of the scheme', senderCheck, overlooks(({ frame }) => frame?.url.startsWith('app:') === true)],
  [
    'the wall may write',
    senderCheck,
    overlooks(({ window, frame }, call) => window === 'wall' && frame === goodFrame && call === 'execute'),
  ],
  [
    'the alarm window may do anything',
    senderCheck,
    overlooks(({ window, frame }) => window === 'alarm' && frame === goodFrame),
  ],
  ['nobody is heard', senderCheck, (actual) => ({ ...actual, senderFault: () => 'foreignPage' })],
  ['the body passes as it came', plainBody, () => ({ plainBody: (value: unknown) => ({ ok: true, value }) })],
  [
    'what cannot be written as JSON throws',
    plainBody,
    () => ({
      plainBody: (value: unknown) => ({
        ok: true,
        value: value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown),
      }),
    }),
  ],
  ['execute takes anything', webRoutes, route('execute', { body: z.any() })],
  ['query lets more through', webRoutes, route('query', { body: z.looseObject({ desk: z.string(), query: z.any() }) })],
  [
    'drafts of any size',
    webRoutes,
    route('saveDraft', {
      maxBytes: Infinity,
      body: z.looseObject({ desk: z.string(), key: z.string(), value: z.any() }),
    }),
  ],
  [
    'the shell takes more than asked',
    shellRequests,
    (actual) => ({
      ...actual,
      shellRequests: { ...(actual['shellRequests'] as unknown as object), setAutostart: z.looseObject({}) },
    }),
  ],
  [
    'a page acts as the program',
    recorded,
    (actual) => ({ ...actual, SYSTEM_ACTOR: { officerId: 'nobody-is-called-so' } }),
  ],
];

describe('the fuzzer finds what is planted', () => {
  it.each(DEFECTS)('%s', async (_, path, change) => {
    vi.resetModules();
    const actual = await vi.importActual<Record<string, never>>(path);
    vi.doMock(path, () => change(actual));
    expect(await firstFault(cases)).not.toBeNull();
  });
});
