/**
 * What pages could send, well-formed and hostile, through the one registry of channels: nothing throws, nothing reaches
 * the desk or the program that should not, and what should is answered. The fuzzer itself is tried on planted defects.
 */
import type { IpcMain } from 'electron';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { IpcCall, WindowKind } from '#shared/contract/shell.ts';
import { fuzzBatches, fuzzRun, fuzzTimeoutMs } from '#shared/testing/fuzzRun.ts';
import type { Sender } from './senderCheck.ts';

const RUN = fuzzRun('IPC fuzz', { seed: 20260213, cases: 20_000 });
/** Enough to meet every planted defect; each is tried on its own. */
const PLANTED_CASES = 20_000;
const PAGE = 'app://watchdesk/index.html';
const SECRET = '/home/officer/desk.db';

/** As Electron hands it to a handler: the frame throws when it is gone, and is null when it has gone elsewhere. */
type FrameLike = { url: string; parent: object | null };
type SenderLike = { window: WindowKind | null; frame: FrameLike | null };
type Case = { call: IpcCall; sender: SenderLike; args: readonly unknown[]; mayPass: boolean };

const ARCHIVE_ID = '0d3c9a6e-3f0a-4b52-9c1d-1f2e3a4b5c6d';
const VALID: Record<IpcCall, unknown> = {
  host: undefined,
  execute: { desk: 'main', commandId: 'command-1', officerId: 'wang', command: { type: 'AddNote', text: 'x' } },
  query: { desk: 'main', query: { type: 'getBoard' } },
  listDrafts: { desk: 'main' },
  saveDraft: { desk: 'main', key: 'intake', value: '{}' },
  identity: { act: 'look' },
  openPractice: { scenarioId: 'qingdao' },
  rescue: { act: 'restore' },
  selfCheck: { sound: 'on', officerId: null },
  exportIncident: { desk: 'main', officerId: 'wang', incidentId: 'i-1', words: { 'entry-1': '到场' } },
  readArchive: { archiveId: ARCHIVE_ID, offset: 0 },
  storeFile: { desk: 'main', uploadId: 'upload-0000000000000', offset: 0, base64: 'JVBERi0=', isLast: true },
  readFile: { desk: 'main', sha256: 'ab'.repeat(32), offset: 0 },
  checkFiles: { desk: 'main', files: [{ sha256: 'ab'.repeat(32), size: 1 }] },
  shellInfo: undefined,
  setAutostart: { on: true },
  openWall: { displayId: null },
  closeWall: undefined,
  openIncidentWindow: { desk: null, incidentId: 'i-1' },
  showMain: { incident: null },
  saveFile: { name: '关于某事的报告.docx', base64: 'UEsDBA==' },
  savePdf: { name: '关于某事的报告.pdf' },
  saveAttachment: { name: '现场.jpg', sha256: 'ab'.repeat(32) },
  saveArchive: { name: '某事.zip', archiveId: ARCHIVE_ID, as: 'folder' },
};
const EXPORTED = {
  ok: true as const,
  name: '某事.zip',
  archiveId: ARCHIVE_ID,
  bytes: 4,
  manifestHash: '0',
  files: 1,
  isRecorded: true,
};
const CALLS = Object.keys(VALID) as IpcCall[];
/** Written down here once more: the wall only looks, the alarm window acts on alarms. */
const LOOKING: IpcCall[] = ['host', 'query', 'listDrafts', 'shellInfo'];
const MAY: Record<WindowKind, IpcCall[]> = {
  main: CALLS,
  incident: CALLS,
  wall: LOOKING,
  alarm: [...LOOKING, 'execute', 'identity', 'showMain'],
};

const goodFrame: FrameLike = { url: `${PAGE}#/board`, parent: null };
const disposed: FrameLike = {
  get url(): string {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed');
  },
  parent: null,
};
const fromPage = (url: string): SenderLike => ({ window: 'main', frame: { url, parent: null } });
const BAD_SENDERS: SenderLike[] = [
  { window: null, frame: goodFrame },
  { window: 'main', frame: null },
  { window: 'main', frame: disposed },
  { window: 'main', frame: { ...goodFrame, parent: {} } },
  { window: 'main', frame: { url: 'about:srcdoc', parent: {} } },
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
  ].map(fromPage),
];
/** Our address with something else in its path or host: never our page, however near. */
const nearPage = fc
  .record({
    at: fc.nat(PAGE.length),
    drop: fc.nat(3),
    put: fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }).filter((text) => !text.startsWith('#')),
  })
  .map(({ at, drop, put }) => PAGE.slice(0, at) + put + PAGE.slice(at + drop))
  .filter((url) => url !== PAGE && !url.startsWith(`${PAGE}#`))
  .map(fromPage);
const badSender = fc.oneof(fc.constantFrom(...BAD_SENDERS), nearPage);

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
/** Only one body shows each of these defects: of so many calls each is met often enough. */
const RARE = Array.from({ length: 5 }, () => [asProgram, raisesAlarm, tooLarge, notPlain]).flat();
const BROKEN = Object.fromEntries(
  CALLS.map((call) => [call, call === 'execute' ? [...broken(call), ...RARE] : broken(call)]),
) as Record<IpcCall, unknown[]>;

const kinds: WindowKind[] = ['main', 'incident', 'alarm', 'wall'];
/** Values of any kind and depth; none of them is by chance a body that some call wants. */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withTypedArray: true,
  withSparseArray: true,
});
type Body = { kind: 'valid' } | { kind: 'broken'; at: number } | { kind: 'anything'; value: unknown };
const body: fc.Arbitrary<Body> = fc.oneof(
  fc.constant({ kind: 'valid' } as const),
  fc.nat().map((at) => ({ kind: 'broken', at }) as const),
  anything.map((value) => ({ kind: 'anything', value }) as const),
);

function bodyOf(call: IpcCall, body: Body): { value: unknown; isValid: boolean } {
  if (body.kind === 'valid') return { value: VALID[call], isValid: true };
  if (body.kind === 'broken') return { value: BROKEN[call][body.at % BROKEN[call].length], isValid: false };
  return { value: body.value, isValid: body.value === undefined && VALID[call] === undefined };
}

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    call: fc.constantFrom(...CALLS),
    window: fc.constantFrom(...kinds),
    foreign: fc.option(badSender, { freq: 2 }),
    body,
    extra: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ call, window, foreign, body, extra }) => {
    const { value, isValid } = bodyOf(call, body);
    const args = extra === 0 ? [value, value] : [value];
    const sender = foreign ?? { window, frame: goodFrame };
    const mayPass = foreign === null && isValid && args.length === 1 && MAY[window].includes(call);
    return { call, sender, args, mayPass };
  });

type Fault = { case: Case; what: string };

/** Modules are loaded anew, so that a planted defect is what runs. */
async function firstFault(cases: readonly Case[]): Promise<Fault | null> {
  const { registerIpc } = await import('./registerIpc.ts');
  const { channelOf } = await import('#shared/contract/shell.ts');
  const { createHostApi } = await import('#electron/desks/hostApi.ts');
  let reached: unknown[] = [];
  const reach = (value: unknown) => {
    reached.push(value);
    if (JSON.stringify(value)?.includes('getBoard')) throw new Error(`no such file ${SECRET}`);
  };
  const desk = {
    execute: async (request: unknown) => (reach(request), { ok: true as const, entryIds: [], position: 1 }),
    query: async (query: unknown) => (reach(query), { ok: true as const, result: [] as never }),
    exportIncident: async () => ({ ok: false as const, error: { code: 'unknownIncident' as const, params: {} } }),
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
    selfCheck: async (request) => (reach(request), { kind: 'notDue' }),
    files: {
      store: async (part) => (reach(part), { kind: 'more', received: 1 }),
      read: async (sha256) => (reach(sha256), { kind: 'part', base64: '', next: null }),
      check: async (files) => (reach(files), []),
      close: async () => {},
    },
    identity: {
      act: async (_, request) => (
        reach(request), { ok: true, identity: { officerId: null, lockedAt: null, pins: {} } }
      ),
      refusal: async () => null,
    },
    exports: {
      make: async (_, request) => (reach(request), EXPORTED),
      read: async (id) => (reach(id), { kind: 'part', base64: '', next: null }),
    },
  });
  const shellCall = (body: unknown) => (reach(body ?? 'shell'), {});
  const shell = {
    shellInfo: shellCall,
    setAutostart: shellCall,
    openWall: shellCall,
    closeWall: shellCall,
    openIncidentWindow: shellCall,
    showMain: shellCall,
    saveFile: shellCall,
    savePdf: shellCall,
    saveAttachment: shellCall,
    saveArchive: shellCall,
  };
  type Listener = (event: object, ...args: readonly unknown[]) => Promise<unknown>;
  const listeners = new Map<string, Listener>();
  const ipcMain = { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) };
  const windowOf = (id: number): WindowKind | null => kinds[id] ?? null;
  registerIpc(ipcMain as unknown as IpcMain, windowOf, { api: async () => api, shell, log: () => {} });
  for (const one of cases) {
    reached = [];
    const fault = (what: string): Fault => ({ case: one, what });
    const listener = listeners.get(channelOf(one.call));
    if (listener === undefined) return fault('nobody listens');
    const { window, frame } = one.sender;
    const event = { sender: { id: window === null ? -1 : kinds.indexOf(window) }, senderFrame: frame };
    const answer = await (async () => listener(event, ...one.args))().catch((error: unknown) => error);
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

const plantedCases = fc.sample(anyCase, { numRuns: PLANTED_CASES, seed: RUN.seed });

afterEach(() => {
  vi.resetModules();
  for (const path of PLANTED_IN) vi.doUnmock(path);
});

describe('[APP-1] what a page may send [reliability: IPC fuzz]', () => {
  it('none throws, none is let in that must not, none kept out that may', { timeout: fuzzTimeoutMs(RUN) }, async () => {
    for (const { seed, cases } of fuzzBatches(RUN)) {
      expect(await firstFault(fc.sample(anyCase, { numRuns: cases, seed })), `seed ${seed}`).toBeNull();
    }
  });

  it('the cases hold enough of each kind', () => {
    const passing = plantedCases.filter(({ mayPass }) => mayPass).length;
    expect(passing).toBeGreaterThan(PLANTED_CASES / 20);
    for (const call of CALLS) {
      expect(plantedCases.filter((one) => one.call === call).length).toBeGreaterThan(PLANTED_CASES / 50);
    }
  });

  it('every channel there is goes through the registry, each once', async () => {
    const { registerIpc } = await import('./registerIpc.ts');
    const channels: string[] = [];
    const ipcMain = { handle: (channel: string) => channels.push(channel) } as unknown as IpcMain;
    registerIpc(ipcMain, () => null, {} as never);
    expect(channels.sort()).toEqual(CALLS.map((call) => `watchdesk:${call}`).sort());
  });
});

const senderCheck = './senderCheck.ts';
const plainBody = './plainBody.ts';
const webRoutes = '#shared/contract/webRoutes.ts';
const shellRequests = '#shared/contract/shellRequests.ts';
const recorded = '#shared/domain/recorded.ts';
const registry = './registerIpc.ts';
const PLANTED_IN = [senderCheck, plainBody, webRoutes, shellRequests, recorded, registry];

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

type Handle = (event: { sender: { id: number }; senderFrame: FrameLike | null }, ...args: unknown[]) => unknown;
/** A registry that hands the handlers something else than Electron gave it. */
const registers =
  (change: (handle: Handle, channel: string) => Handle | null): Change =>
  (actual) => {
    const registerIpc = actual['registerIpc'] as unknown as (ipcMain: object, ...more: unknown[]) => void;
    const changed = (ipcMain: { handle: (channel: string, handle: Handle) => void }, ...more: unknown[]) =>
      registerIpc(
        {
          handle(channel: string, handle: Handle) {
            const other = change(handle, channel);
            if (other !== null) ipcMain.handle(channel, other);
          },
        },
        ...more,
      );
    return { ...actual, registerIpc: changed };
  };

const DEFECTS: [string, string, Change][] = [
  [
    'who speaks is not looked up',
    registry,
    registers(
      (handle) =>
        ({ senderFrame }, ...args) =>
          handle({ sender: { id: 0 }, senderFrame }, ...args),
    ),
  ],
  [
    'a frame counts as the page it is in',
    registry,
    registers(
      (handle) =>
        ({ sender, senderFrame }, ...args) =>
          handle({ sender, senderFrame: senderFrame && { ...senderFrame, parent: null } }, ...args),
    ),
  ],
  [
    'a frame that is gone ends the call with an exception',
    registry,
    registers(
      (handle) =>
        (event, ...args) => (void event.senderFrame?.url, handle(event, ...args)),
    ),
  ],
  ['a channel is forgotten', registry, registers((handle, channel) => (channel.endsWith(':query') ? null : handle))],
  ['what is too much is cut off', registry, registers((handle) => (event, body) => handle(event, body))],
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
    overlooks(({ window, frame }, call) => window === 'wall' && frame?.url === goodFrame.url && call === 'execute'),
  ],
  [
    'the alarm window may do anything',
    senderCheck,
    overlooks(({ window, frame }) => window === 'alarm' && frame?.url === goodFrame.url),
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
    expect(await firstFault(plantedCases)).not.toBeNull();
  });
});
