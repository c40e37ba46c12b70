// What may come in over HTTP and WebSocket, as choices: each part of a request right, missing or hostile, and what must
// then be answered. The rules are written down here once more, apart from the host's own code.

import fc from 'fast-check';
import { ONLY_PROGRAM } from '#electron/desks/hostApi.ts';
import { CHANGED_PATH, SESSION_PATH, type WebRouteName, webRoutes } from '../../../shared/contract/webRoutes.ts';
import { commandTypes } from '../../../shared/domain/commands.ts';

/** What of the running host a case is filled in with. */
export type Filling = { port: number; cookieName: string; secret: string; token: () => string };

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'] as const;
const ROUTES = Object.keys(webRoutes) as WebRouteName[];
export const OPEN_FILES = ['/', '/entrance.js', '/entrance.css', '/entrance.svg', '/index.html', '/assets/app-1a2b.js'];

const PATH_WORDS = [
  '/',
  '..',
  '%2e%2e',
  '%2f',
  '%5c',
  '%00',
  'api',
  'host',
  'execute',
  'session',
  'desk',
  'assets',
  'host.key',
  'desk.db',
  'index.html',
  '?',
  '#',
  ';',
  '\\',
  '%',
];
const NEAR_PATHS = [
  '/%69ndex.html',
  '/index.html?x',
  '/index.html%00',
  '/INDEX.HTML',
  '/assets/../index.html',
  '/assets/..%2findex.html',
  '/assets/app-1a2b.js/',
  '/assets/app-1a2b.js.map',
  '/api/%68ost',
  '/api/execute/',
  '/API/EXECUTE',
  '//api/execute',
  '/api/execute?x=1',
  '/session/',
  '/desk/',
  '/host.key',
  '/sessions.json',
  '/constructor',
  '/__proto__',
];
const known = new Set<string>([
  ...OPEN_FILES,
  ...ROUTES.map((name) => webRoutes[name].path),
  SESSION_PATH,
  CHANGED_PATH,
  '/desk',
  '/launch',
]);
const hostilePath = fc
  .oneof(
    fc.constantFrom(...NEAR_PATHS),
    fc.array(fc.constantFrom(...PATH_WORDS), { minLength: 1, maxLength: 6 }).map((parts) => `/${parts.join('')}`),
    fc.array(fc.constantFrom(...PATH_WORDS), { minLength: 1, maxLength: 6 }).map((parts) => `/${parts.join('/')}`),
    fc.string({ minLength: 1, maxLength: 30 }).map((text) => `/${encodeURI(text.toWellFormed())}`),
  )
  .filter((path) => !known.has(path));

type Place =
  | { at: 'route'; name: WebRouteName }
  | { at: 'session' }
  | { at: 'launch' }
  | { at: 'screen' }
  | { at: 'file'; path: string }
  | { at: 'nowhere'; path: string };
const place: fc.Arbitrary<Place> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...ROUTES).map((name): Place => ({ at: 'route', name })) },
  { weight: 2, arbitrary: fc.constantFrom<Place>({ at: 'session' }, { at: 'launch' }, { at: 'screen' }) },
  { weight: 1, arbitrary: fc.constantFrom(...OPEN_FILES).map((path): Place => ({ at: 'file', path })) },
  { weight: 2, arbitrary: hostilePath.map((path): Place => ({ at: 'nowhere', path })) },
);

/** Mostly right, so that one wrong part at a time decides; sometimes several are wrong. */
const mostly = <T>(right: T, ...wrong: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(right) }, { weight: 2, arbitrary: fc.constantFrom(...wrong) });

const hosts = ['localhost:PORT', '127.0.0.1', '127.0.0.1:1', '[::1]:PORT', 'evil.example', '127.0.0.1:PORT.evil', ''];
const origins = [
  'null',
  'https://127.0.0.1:PORT',
  'http://localhost:PORT',
  'http://127.0.0.1:PORT.evil',
  'http://127.0.0.1',
  'https://evil.example',
  'http://127.0.0.1:PORT/',
];
const sites = ['cross-site', 'same-site', 'x', ''];
type CookieKind = 'right' | 'amongOthers' | 'none' | 'guess' | 'beginning' | 'otherName' | 'otherCase' | 'noise';
const cookie: fc.Arbitrary<CookieKind> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<CookieKind>('right', 'right', 'right', 'amongOthers') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<CookieKind>('none', 'guess', 'beginning', 'otherName', 'otherCase', 'noise'),
  },
);
const door = fc.record({
  host: mostly('127.0.0.1:PORT', ...hosts),
  /** null: not named. */
  origin: mostly<string | null>('http://127.0.0.1:PORT', null, ...origins),
  site: mostly<string | null>(null, 'same-origin', 'none', ...sites),
  navigates: fc.boolean(),
  cookie,
});
type Door = typeof door extends fc.Arbitrary<infer T> ? T : never;

/** `valid` is done; `judged` reaches the desk, which refuses it; the rest is refused before, with this status. */
export type Sent = { kind: 'valid' | 'judged' | 'refused'; status: number; type: string; text: string | Buffer };

let commands = 0;
/** A fresh one each time: the same command id again answers what it answered before. */
const validText = (name: WebRouteName): string => {
  commands += 1;
  const id = `fuzz-${process.pid}-${commands}`;
  const officer = { type: 'AddOfficer', officerId: id, name: '王值班', post: 'watchOfficer' };
  const bodies: Record<WebRouteName, unknown> = {
    host: undefined,
    execute: { desk: 'main', commandId: id, officerId: 'wang', command: officer },
    query: { desk: 'main', query: { type: 'getDesk' } },
    listDrafts: { desk: 'main' },
    saveDraft: { desk: 'main', key: id, value: '{}' },
    identity: { act: 'look' },
    openPractice: { scenarioId: 'none' },
    rescue: { act: 'lookAgain' },
    selfCheck: { sound: 'on', officerId: null },
    exportIncident: { desk: 'main', officerId: 'nobody', incidentId: 'none', words: {} },
    readArchive: { archiveId: '0d3c9a6e-3f0a-4b52-9c1d-1f2e3a4b5c6d', offset: 0 },
    storeFile: { desk: 'main', uploadId: `upload-${id}-0000000000`, offset: 0, base64: 'JVBERi0=', isLast: false },
    readFile: { desk: 'main', sha256: 'ab'.repeat(32), offset: 0 },
    checkFiles: { desk: 'main', files: [{ sha256: 'ab'.repeat(32), size: 1 }] },
  };
  return JSON.stringify(bodies[name]) ?? '';
};
/** Fields first: `type` and a field nobody knows stand whatever they say. */
function nonsenseText(type: string, fields: Record<string, unknown>): string {
  commands += 1;
  const command = { ...fields, 'no such field': 1, type };
  return JSON.stringify({ desk: 'main', commandId: `fuzz-no-${process.pid}-${commands}`, officerId: 'wang', command });
}
const JSON_TYPE = 'application/json';
const OTHER_TYPES = [
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain; application/json',
  'application/json; charset=utf-16',
  'application/jsonp',
];
const asProgram = '{"desk":"main","commandId":"as-program-1","officerId":"system","command":{"type":"AddNote"}}';
const BROKEN: (string | Buffer)[] = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '{}',
  '{desk:"main"}',
  '{"desk":"main"}{}',
  '{"desk":5}',
  '{"desk":"main","extra":1}',
  '{"__proto__":{"desk":"main"}}',
  '{"desk":"main","commandId":"command-1","officerId":"o","command":[]}',
  '{"desk":"main","query":{"type":"dropTables"}}',
  '{"desk":"main","key":"","value":"x"}',
  '{"desk":"main","key":"k","value":{}}',
  '{"scenarioId":"../../etc/passwd"}',
  '{"act":"deleteEverything"}',
  '{"sound":"loud","officerId":null}',
  '{"sound":"noScreen","officerId":null}',
  '{"desk":"main","sha256":"../../../../etc/passwd","offset":0}',
  `{"desk":"main","sha256":"${'AB'.repeat(32)}","offset":0}`,
  `{"desk":"main","sha256":"${'ab'.repeat(32)}","offset":-1}`,
  `{"desk":"main","files":[{"sha256":"${'ab'.repeat(31)}/a","size":1}]}`,
  '{"desk":"main","uploadId":"../../../x/../../etc","offset":0,"base64":"JVBERi0=","isLast":true}',
  '{"desk":"main","uploadId":"upload-00000000000","offset":0,"base64":"not base64!","isLast":true}',
  '{"token":"short"}',
  Buffer.from([0x22, 0xff, 0xfe, 0x22]),
  Buffer.from('{"desk":"ma\xffin"}', 'latin1'),
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
];
const brokenFor = (name: WebRouteName): (string | Buffer)[] =>
  name === 'listDrafts' ? BROKEN : [...BROKEN, '{"desk":"main"}'];

type BodyChoice =
  | { kind: 'valid' }
  | { kind: 'broken'; at: number }
  | { kind: 'json'; text: string }
  | { kind: 'large' }
  | { kind: 'type'; type: string }
  | { kind: 'program' }
  /** Well-formed outside, nonsense inside: the desk itself must refuse it. */
  | { kind: 'command'; type: string; fields: Record<string, unknown> };
const nonsense = fc.record({
  type: fc.oneof(
    fc.constantFrom(...commandTypes.filter((type) => !ONLY_PROGRAM.includes(type))),
    fc.string({ maxLength: 64 }),
  ),
  fields: fc.dictionary(
    fc.oneof(fc.constantFrom('incidentId', 'officerId', 'at', 'text', 'figures', 'desk', 'stages'), fc.string()),
    fc.jsonValue({ maxDepth: 3 }),
    { maxKeys: 5 },
  ),
});
const bodyChoice: fc.Arbitrary<BodyChoice> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<BodyChoice>({ kind: 'valid' }) },
  { weight: 5, arbitrary: fc.nat().map((at): BodyChoice => ({ kind: 'broken', at })) },
  { weight: 3, arbitrary: fc.json().map((text): BodyChoice => ({ kind: 'json', text })) },
  { weight: 1, arbitrary: fc.constantFrom(...OTHER_TYPES).map((type): BodyChoice => ({ kind: 'type', type })) },
  { weight: 1, arbitrary: fc.constant<BodyChoice>({ kind: 'large' }) },
  { weight: 1, arbitrary: fc.constant<BodyChoice>({ kind: 'program' }) },
  { weight: 3, arbitrary: nonsense.map(({ type, fields }): BodyChoice => ({ kind: 'command', type, fields })) },
);

function sentTo(name: WebRouteName, choice: BodyChoice): Sent {
  const refused = (status: number, text: string | Buffer, type = JSON_TYPE): Sent => ({
    kind: 'refused',
    status,
    type,
    text,
  });
  const { maxBytes } = webRoutes[name];
  const unreadable = (text: string | Buffer): Sent => refused(Buffer.byteLength(text) > maxBytes ? 413 : 400, text);
  switch (choice.kind) {
    case 'valid':
      return { kind: 'valid', status: name === 'openPractice' ? 404 : 200, type: JSON_TYPE, text: validText(name) };
    case 'broken': {
      const list = brokenFor(name);
      return unreadable(list[choice.at % list.length] ?? '');
    }
    case 'json':
      return unreadable(choice.text);
    case 'type':
      return refused(415, validText(name), choice.type);
    case 'large':
      return refused(413, `${' '.repeat(maxBytes)}${validText(name)}`);
    case 'program':
      // Well-formed, so answered in the desk's own words; it must not reach the desk all the same.
      return name === 'execute' ? refused(200, asProgram) : refused(400, asProgram);
    case 'command': {
      const text = nonsenseText(choice.type, choice.fields);
      return name === 'execute' ? { kind: 'judged', status: 200, type: JSON_TYPE, text } : unreadable(text);
    }
  }
}

export type RequestCase = {
  kind: 'request';
  door: Door;
  method: (typeof METHODS)[number];
  place: Place;
  body: BodyChoice;
};
export type UpgradeCase = {
  kind: 'upgrade';
  door: Door;
  path: string;
  handshake: 'right' | 'noKey' | 'oldVersion';
  frame: string;
};
export type RawCase = { kind: 'raw'; changes: { at: number; drop: number; put: string }[] };
export type WebCase = RequestCase | UpgradeCase | RawCase;

const ownMethod = (place: Place): 'GET' | 'POST' =>
  place.at === 'route'
    ? webRoutes[place.name].method
    : place.at === 'session' || place.at === 'launch'
      ? 'POST'
      : 'GET';
const requestCase: fc.Arbitrary<WebCase> = fc
  .record({
    kind: fc.constant('request' as const),
    door,
    method: fc.oneof(
      { weight: 7, arbitrary: fc.constant('own' as const) },
      { weight: 3, arbitrary: fc.constantFrom(...METHODS) },
    ),
    place,
    body: bodyChoice,
  })
  .map(({ method, ...more }) => ({ ...more, method: method === 'own' ? ownMethod(more.place) : method }));
/** What a screen never sends: text, bytes, a frame without its mask, one that lies about its length, unknown kinds. */
export const FRAMES: Readonly<Record<string, number[]>> = {
  text: [0x81, 0x82, 1, 2, 3, 4, 0x68, 0x6b],
  bytes: [0x82, 0x82, 1, 2, 3, 4, 0x68, 0x6b],
  unmasked: [0x81, 0x02, 0x68, 0x69],
  tooLong: [0x82, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 3, 4],
  negative: [0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4],
  unknown: [0x83, 0x80, 1, 2, 3, 4],
  compressed: [0xc1, 0x82, 1, 2, 3, 4, 0x68, 0x6b],
  strayEnd: [0x80, 0x80, 1, 2, 3, 4],
};
const upgradeCase: fc.Arbitrary<WebCase> = fc.record({
  kind: fc.constant('upgrade' as const),
  door,
  path: mostly<string>(CHANGED_PATH, '/', '/api/execute', '/desk', `${CHANGED_PATH}/`, `${CHANGED_PATH}?x`),
  handshake: mostly<UpgradeCase['handshake']>('right', 'noKey', 'oldVersion'),
  frame: fc.constantFrom(...Object.keys(FRAMES)),
});
/** A good request without its session, with bytes changed: whatever comes out of it may not get in. */
const rawCase: fc.Arbitrary<WebCase> = fc.record({
  kind: fc.constant('raw' as const),
  changes: fc.array(
    fc.record({
      at: fc.nat(400),
      drop: fc.nat(4),
      put: fc.oneof(
        fc.constantFrom('\r\n', '\n', '\0', ' ', ':', '\r\n\r\n', 'Transfer-Encoding: chunked\r\n', '\xff'),
        fc.string({ unit: 'binary-ascii', maxLength: 3 }),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

export const webCase: fc.Arbitrary<WebCase> = fc.oneof(
  { weight: 18, arbitrary: requestCase },
  { weight: 1, arbitrary: upgradeCase },
  { weight: 1, arbitrary: rawCase },
);

// ── Filled in ───────────────────────────────────────────────────────────────────────────────────────────────────────

export const isRightHost = ({ host }: Door): boolean => host === '127.0.0.1:PORT';
export const hasRightCookie = ({ cookie }: Door): boolean => cookie === 'right' || cookie === 'amongOthers';
const isRightOrigin = ({ origin }: Door, needed: boolean): boolean =>
  origin === null ? !needed : origin === 'http://127.0.0.1:PORT';
const isFriendlySite = ({ site }: Door): boolean => site === null || site === 'same-origin' || site === 'none';
const isPage = ({ at, ...more }: Place): boolean => at === 'screen' || ('path' in more && more.path === '/');

export function doorHeaders(door: Door, filling: Filling): Record<string, string> {
  const { cookieName, secret } = filling;
  const fill = (text: string) => text.replace('PORT', String(filling.port));
  const cookies: Record<CookieKind, string | null> = {
    right: `${cookieName}=${secret}`,
    amongOthers: `a=b; ${cookieName}=${secret}; c=d=e`,
    none: null,
    guess: `${cookieName}=${'A'.repeat(43)}`,
    beginning: `${cookieName}=${secret.slice(0, -3)}`,
    otherName: `watchdesk=${secret}; ${cookieName}-x=${secret}`,
    otherCase: `${cookieName}=${secret.toLowerCase()}`,
    noise: '=;==;;a=b=c; ',
  };
  const value = cookies[door.cookie];
  return {
    host: fill(door.host),
    ...(door.origin === null ? {} : { origin: fill(door.origin) }),
    ...(door.site === null ? {} : { 'sec-fetch-site': door.site }),
    ...(door.site === null || !door.navigates ? {} : { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
    ...(value === null ? {} : { cookie: value }),
  };
}

export type Filled = {
  path: string;
  type: string;
  text: string | Buffer;
  status: number;
  /** The desk, or the host's own facts, are asked. */
  reaches: boolean;
  /** And does what it is asked. */
  isDone: boolean;
  /** A session is given. */
  signsIn: boolean;
};

/** The request of a case, and the one status it must be answered with. */
export function fillRequest({ door, method, place, body }: RequestCase, filling: Filling): Filled {
  const path = pathOf(place);
  const isPost = method === 'POST';
  const nothing = { path, type: JSON_TYPE, text: '', reaches: false, isDone: false, signsIn: false };
  const sent = place.at === 'route' ? sentTo(place.name, body) : sentElsewhere(place, body, filling);
  const asked = { ...nothing, type: sent.type, text: sent.text };
  const answered = (status: number): Filled => ({ ...asked, status });

  if (!isRightHost(door)) return answered(421);
  if (!['GET', 'HEAD', 'POST'].includes(method)) return answered(405);
  if (!isRightOrigin(door, isPost)) return answered(403);
  const opensPage = method === 'GET' && isPage(place) && door.navigates;
  if (!isFriendlySite(door) && !opensPage) return answered(403);

  switch (place.at) {
    case 'nowhere':
      return answered(404);
    case 'file':
      return answered(isPost ? 405 : 200);
    case 'screen':
      return answered(hasRightCookie(door) ? (isPost ? 405 : 200) : 303);
    case 'session':
      return isPost ? { ...asked, status: sent.status, signsIn: sent.kind === 'valid' } : answered(405);
    case 'launch':
      return answered(method === 'GET' ? 200 : isPost ? sent.status : 415);
    case 'route': {
      const { method: wanted } = webRoutes[place.name];
      if (method !== wanted) return answered(405);
      if (!hasRightCookie(door)) return answered(401);
      const isDone = wanted === 'GET' || sent.kind === 'valid';
      const status = wanted === 'GET' ? 200 : sent.status;
      return { ...asked, status, reaches: isDone || sent.kind === 'judged', isDone };
    }
  }
}

function pathOf(place: Place): string {
  switch (place.at) {
    case 'route':
      return webRoutes[place.name].path;
    case 'session':
      return SESSION_PATH;
    case 'launch':
      return '/launch';
    case 'screen':
      return '/desk';
    case 'file':
    case 'nowhere':
      return place.path;
  }
}

/** Bodies for signing in and for a second start: the former's valid one opens, the latter has none without the key. */
function sentElsewhere(place: Place, body: BodyChoice, filling: Filling): Sent {
  const isSession = place.at === 'session';
  const refusal = isSession ? 400 : 403;
  const refused = (status: number, text: string | Buffer, type = JSON_TYPE): Sent => ({
    kind: 'refused',
    status,
    type,
    text,
  });
  switch (body.kind) {
    case 'valid':
      if (!isSession) return refused(403, JSON.stringify({ challenge: 'a'.repeat(64), nonce: '', proof: '' }));
      return { kind: 'valid', status: 204, type: JSON_TYPE, text: JSON.stringify({ token: filling.token() }) };
    case 'program':
    case 'command':
      return isSession ? refused(401, JSON.stringify({ token: 'A'.repeat(43) })) : refused(403, '{}');
    case 'large':
      return refused(413, ' '.repeat(5000));
    case 'type':
      return refused(415, '{}', body.type);
    case 'broken':
    case 'json': {
      const text = body.kind === 'json' ? body.text : (BROKEN[body.at % BROKEN.length] ?? '');
      if (Buffer.byteLength(text) > 1024) return refused(413, text);
      return refused(isParsable(text) ? refusal : 400, text);
    }
  }
}

function isParsable(text: string | Buffer): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text)));
    return true;
  } catch {
    return false;
  }
}

/** 101 where it may speak, otherwise the status it is turned away with. */
export function upgradeStatus({ door, path, handshake }: UpgradeCase): number {
  if (!isRightHost(door) || !isRightOrigin(door, true) || !isFriendlySite(door)) return 403;
  if (path !== CHANGED_PATH) return 404;
  if (!hasRightCookie(door)) return 401;
  return { right: 101, noKey: 400, oldVersion: 400 }[handshake];
}

export function rawBytes({ changes }: RawCase, filling: Filling): Buffer {
  const body = validText('execute');
  let text = [
    'POST /api/execute HTTP/1.1',
    `Host: 127.0.0.1:${filling.port}`,
    `Origin: http://127.0.0.1:${filling.port}`,
    `Cookie: ${filling.cookieName}=${filling.secret.slice(0, 20)}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
  for (const { at, drop, put } of changes) {
    const start = at % text.length;
    text = text.slice(0, start) + put + text.slice(start + drop);
  }
  return Buffer.from(text, 'latin1');
}
