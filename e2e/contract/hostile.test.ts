// What the web host does to those who should not get in, and to what should not be sent; web.fuzz.test.ts tries the rest.
import { createHmac } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { CHANGED_PATH, webRoutes } from '#shared/contract/webRoutes.ts';
import { startTestHost, type TestHost } from '../support/testHost.ts';
import { type Session, signIn } from '../support/webClient.ts';

type Asked = { method?: string; path?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer };
type Got = { status: number; headers: IncomingHttpHeaders; text: string };

const agent = new Agent({ keepAlive: true, maxSockets: 8 });
let host: TestHost;
let session: Session;

beforeAll(async () => {
  host = await startTestHost();
  session = await signIn(host.address());
});
afterAll(async () => {
  agent.destroy();
  await host.close();
});

/** Exactly what is asked, with no help from a client that tidies up. */
function ask({ method = 'GET', path = '/', headers = {}, body }: Asked): Promise<Got> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: host.port(), method, path, headers, agent, insecureHTTPParser: false };
    const asked = request(options, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('error', reject);
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text: Buffer.concat(parts).toString() }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Bytes as they are, on a socket of their own; answers the first line. */
function raw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(host.port(), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (part) => {
      text += part.toString();
      if (text.includes('\r\n')) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text.split('\r\n')[0] ?? ''));
    socket.setTimeout(3000, () => socket.destroy());
  });
}

const origin = () => ({ origin: `http://127.0.0.1:${host.port()}` });
const json = () => ({ ...origin(), 'content-type': 'application/json' });
const signedIn = () => ({ ...json(), cookie: session.cookie });
const apiPaths = Object.values(webRoutes).map(({ method, path }) => ({ method, path }));

describe('without a session', () => {
  const cookies = (): [string, OutgoingHttpHeaders][] => [
    ['no cookie', {}],
    ['an empty cookie', { cookie: `${session.cookie.split('=')[0]}=` }],
    ['another secret', { cookie: `${session.cookie.split('=')[0]}=${'A'.repeat(43)}` }],
    ['the secret under another name', { cookie: `watchdesk=${session.cookie.split('=')[1]}` }],
    ['a header full of equals signs', { cookie: '=;==;a=b=c;;' }],
  ];
  test.each(apiPaths)('$method $path answers 401 and nothing else', async ({ method, path }) => {
    for (const [name, headers] of cookies()) {
      const got = await ask({
        method,
        path,
        headers: { ...json(), ...headers },
        ...(method === 'POST' ? { body: '{}' } : {}),
      });
      expect([name, got.status, got.text]).toEqual([name, 401, '{"failure":"noSession"}']);
    }
  });

  test('the screen leads back to the entrance, which says in Chinese how to get in', async () => {
    expect(await ask({ path: '/desk' })).toMatchObject({ status: 303, headers: { location: '/' } });
    const entrance = await ask({ path: '/' });
    expect(entrance.status).toBe(200);
    expect(entrance.text).toContain('请在安装目录的终端中运行 <code>npm start</code>');
    expect((await ask({ path: '/desk', headers: { cookie: session.cookie } })).text).toContain('<p>screen</p>');
  });
});

describe('tokens and sessions', () => {
  const trade = (token: unknown) =>
    ask({ method: 'POST', path: '/session', headers: json(), body: JSON.stringify({ token }) });
  const tokenOf = (address: string) => new URLSearchParams(new URL(address).hash.slice(1)).get('token');

  test('a token is good once', async () => {
    const token = tokenOf(host.address());
    expect((await trade(token)).status).toBe(204);
    expect((await trade(token)).status).toBe(401);
  });

  test('the cookie is strict, hidden from scripts, and named for this desk', async () => {
    const got = await trade(tokenOf(host.address()));
    expect(got.headers['set-cookie']?.[0]).toMatch(
      /^watchdesk-[0-9a-f]{16}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
    );
  });

  test.each([
    ['a guess', 'A'.repeat(43), 401],
    ['too short', 'A', 400],
    ['a number', 7, 400],
    ['nothing', undefined, 400],
  ])('%s lets nobody in', async (_, token, status) => {
    const got = await trade(token);
    expect(got.status).toBe(status);
    expect(got.headers['set-cookie']).toBeUndefined();
  });

  test('the session outlives the host, and only its hash is on disk', async () => {
    await host.restart();
    expect((await ask({ path: '/api/host', headers: signedIn() })).status).toBe(200);
    const stored = readFileSync(join(host.folder, 'sessions.json'), 'utf8');
    expect(stored).not.toContain(session.cookie.split('=')[1]);
  });

  test.skipIf(process.platform === 'win32').each(['sessions.json', 'host.key', 'host.json'])(
    '%s is readable by its owner alone',
    (name) => {
      expect(statSync(join(host.folder, name)).mode & 0o077).toBe(0);
    },
  );
});

describe('a second start proves that it may', () => {
  const key = () => (JSON.parse(readFileSync(join(host.folder, 'host.key'), 'utf8')) as { key: string }).key;
  const challenge = async () => (JSON.parse((await ask({ path: '/launch' })).text) as { challenge: string }).challenge;
  const proofOf = (words: (string | number)[], withKey = key()) =>
    createHmac('sha256', withKey).update(words.join('\n')).digest('hex');
  const launch = (body: object) =>
    ask({ method: 'POST', path: '/launch', headers: json(), body: JSON.stringify(body) });
  const nonce = 'ab'.repeat(32);

  test('with the key, once per challenge', async () => {
    const given = await challenge();
    const body = { challenge: given, nonce, proof: proofOf(['launch', host.port(), given, nonce]) };
    expect((await launch(body)).status).toBe(200);
    expect((await launch(body)).status).toBe(403);
  });

  test.each([
    [
      'with another key',
      (given: string) => ({ challenge: given, nonce, proof: proofOf(['launch', host.port(), given, nonce], 'x') }),
    ],
    ['for another port', (given: string) => ({ challenge: given, nonce, proof: proofOf(['launch', 1, given, nonce]) })],
    [
      'for another challenge',
      () => ({ challenge: nonce, nonce, proof: proofOf(['launch', host.port(), nonce, nonce]) }),
    ],
    ['without proof', (given: string) => ({ challenge: given, nonce })],
  ])('not %s', async (_, body) => {
    const got = await launch(body(await challenge()));
    expect([got.status, got.text]).toEqual([403, '{"failure":"forbidden"}']);
  });
});

describe('paths', () => {
  test.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/..%5cpackage.json',
    '/..\\package.json',
    '/assets/../host.key',
    '/assets/..%2f..%2fhost.key',
    '/assets/%2e%2e%2f%2e%2e%2fhost.key',
    '/assets/....//host.key',
    '//etc/passwd',
    '/etc/passwd',
    '/%00',
    '/index.html%00.js',
    '/assets/app-1a2b.js/',
    '/assets/app-1a2b.js?x',
    '/assets',
    '/assets/app-1a2b.js.map',
    '/host.key',
    '/desk.db',
    '/desk/',
    '/DESK',
    '/api',
    '/api/',
    '/api/host/',
    '/API/HOST',
    '/api/%68ost',
    '/session/',
    '/constructor',
    '/__proto__',
    '/hasOwnProperty',
    '/%c0%ae%c0%ae/host.key',
    '/%252e%252e/host.key',
    'http://127.0.0.1/desk',
    'file:///etc/passwd',
    '*',
  ])('%s is not there', async (path) => {
    const got = await ask({ path, headers: { cookie: session.cookie } });
    expect([got.status, got.text]).toEqual([404, '{"failure":"notFound"}']);
  });

  test('what is there', async () => {
    expect(await ask({ path: '/assets/app-1a2b.js' })).toMatchObject({ status: 200, text: 'void 0;' });
    const head = await ask({ method: 'HEAD', path: '/assets/app-1a2b.js' });
    expect([head.status, head.headers['content-length'], head.text]).toEqual([200, '7', '']);
  });
});

describe('headers', () => {
  const everywhere: [string, () => Asked][] = [
    ['the entrance', () => ({ path: '/' })],
    ['the screen', () => ({ path: '/desk', headers: { cookie: session.cookie } })],
    ['a file', () => ({ path: '/assets/app-1a2b.js' })],
    ['an answer', () => ({ path: '/api/host', headers: signedIn() })],
    ['a refusal', () => ({ path: '/api/host' })],
    ['nothing there', () => ({ path: '/nowhere' })],
    ['a wrong host', () => ({ path: '/', headers: { host: 'evil.example' } })],
  ];
  test.each(everywhere)('%s carries the whole policy', async (_, asked) => {
    const { headers } = await ask(asked());
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws:\/\/127\.0\.0\.1:\d+; img-src 'self'; font-src 'self'; media-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'$/,
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('only files named by their content are kept', async () => {
    expect((await ask({ path: '/assets/app-1a2b.js' })).headers['cache-control']).toContain('immutable');
    for (const path of ['/', '/desk', '/nowhere']) {
      expect((await ask({ path, headers: { cookie: session.cookie } })).headers['cache-control']).toBe('no-store');
    }
  });
});

describe('bodies', () => {
  const execute = (headers: OutgoingHttpHeaders, body: string | Buffer) =>
    ask({ method: 'POST', path: '/api/execute', headers: { ...signedIn(), ...headers }, body });

  test.each([
    ['no type', { 'content-type': '' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['text, which a form can send', { 'content-type': 'text/plain' }],
    ['JSON hidden in text', { 'content-type': 'text/plain; application/json' }],
    ['another charset', { 'content-type': 'application/json; charset=utf-16' }],
    ['compressed', { 'content-encoding': 'gzip' }],
  ])('%s: 415', async (_, headers) => {
    expect((await execute(headers, '{}')).status).toBe(415);
  });

  test.each([
    ['nothing', ''],
    ['half of it', '{"desk":"main"'],
    ['not JSON', '{desk: main}'],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    [
      'a text that is no UTF-8',
      Buffer.from(
        '{"desk":"main","commandId":"command-utf8","officerId":"o","command":{"type":"AddNote","incidentId":"i","text":"\xff"}}',
        'latin1',
      ),
    ],
    ['100,000 levels deep', '['.repeat(100_000) + ']'.repeat(100_000)],
    [
      '100,000 levels deep inside a command',
      `{"desk":"main","commandId":"command-deep","officerId":"o","command":{"type":"AddNote","text":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
    ],
  ])("%s: 400 in the desk's own words", async (_, body) => {
    const got = await execute({}, body);
    expect([got.status, JSON.parse(got.text)]).toMatchObject([400, { ok: false, error: { code: 'invalidCommand' } }]);
  });

  test('too large by its own account: 413 before it is read', async () => {
    const got = await execute({ 'content-length': 50_000_000 }, '{');
    expect([got.status, JSON.parse(got.text)]).toMatchObject([413, { error: { code: 'payloadTooLarge' } }]);
  });

  test('too large without saying so: 413', async () => {
    const got = await execute({ 'transfer-encoding': 'chunked' }, `"${'x'.repeat(1_100_000)}"`);
    expect(got.status).toBe(413);
  });

  test('other routes have their own, smaller limits', async () => {
    const big = JSON.stringify({ token: 'x'.repeat(5000) });
    expect((await ask({ method: 'POST', path: '/session', headers: json(), body: big })).status).toBe(413);
    expect((await ask({ method: 'POST', path: '/api/practice', headers: signedIn(), body: big })).status).toBe(413);
  });
});

describe('bytes that are no proper HTTP', () => {
  test.each([
    ['noise', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 97) % 256))],
    ['TLS', Buffer.from('1603010200010001fc0303', 'hex')],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['two lengths', 'POST /session HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    [
      'a length and chunks',
      'POST /session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a header of a megabyte', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(1_000_000)}\r\n\r\n`],
    ['a line break in a header', 'GET / HTTP/1.1\r\nHost: x\r\nX: a\nInjected: b\r\n\r\n'],
  ])('%s is answered by an error or not at all', async (_, bytes) => {
    expect(await raw(bytes)).toMatch(/^$|^HTTP\/1\.1 4\d\d /);
    expect((await ask({ path: '/api/host', headers: signedIn() })).status).toBe(200);
  });
});

describe('the WebSocket', () => {
  const open = (headers: Record<string, string>, path: string = CHANGED_PATH) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${host.port()}${path}`, { headers });
      socket.on('message', (data) => {
        resolve((JSON.parse((data as Buffer).toString()) as { type: string }).type);
        socket.close();
      });
      socket.on('unexpected-response', (_, reply) => {
        resolve(String(reply.statusCode));
        reply.resume();
      });
      socket.on('error', () => resolve('error'));
    });

  test('says hello to our page with a session', async () => {
    expect(await open({ ...origin(), cookie: session.cookie })).toBe('hello');
  });

  test.each([
    ['without a session', () => origin(), CHANGED_PATH, '401'],
    ['from another origin', () => ({ origin: 'https://evil.example', cookie: session.cookie }), CHANGED_PATH, '403'],
    ['from nowhere', () => ({ cookie: session.cookie }), CHANGED_PATH, '403'],
    [
      'under another host name',
      () => ({ ...origin(), host: 'evil.example', cookie: session.cookie }),
      CHANGED_PATH,
      '403',
    ],
    ['elsewhere', () => ({ ...origin(), cookie: session.cookie }), '/api/execute', '404'],
  ])('not %s', async (_, headers, path, expected) => {
    expect(await open(headers(), path)).toBe(expected);
  });

  test.each([
    ['a word', 'hello'],
    ['100 kB', 'x'.repeat(100_000)],
    ['bytes', Buffer.alloc(10)],
  ])('whoever sends %s is cut off', async (_, data) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port()}${CHANGED_PATH}`, {
      headers: { ...origin(), cookie: session.cookie },
    });
    socket.on('open', () => socket.send(data));
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.on('close', resolve));
  });
});

describe('[WEB-1] loopback only', () => {
  const elsewhere = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, scopeid }) => !internal && !scopeid)
    .map(({ address }) => address);
  const reaches = (address: string) =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ host: address, port: host.port() });
      socket.on('connect', () => (socket.destroy(), resolve(true)));
      socket.on('error', () => resolve(false));
    });

  test('nobody listens on the addresses by which other machines reach this one', async () => {
    expect(await reaches('127.0.0.1')).toBe(true);
    for (const address of [...elsewhere, '::1', '127.0.0.2']) {
      expect([address, await reaches(address)]).toEqual([address, false]);
    }
  });

  // Where there is no network there is no other address to try; the system's own list of sockets tells all the same.
  test.skipIf(process.platform !== 'linux')('the socket itself is bound to 127.0.0.1', () => {
    const port = host.port().toString(16).toUpperCase().padStart(4, '0');
    const LISTENS = '0A';
    const bound = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .filter(([, local = '', , state]) => local.endsWith(`:${port}`) && state === LISTENS)
        .map(([, local]) => local),
    );
    expect(bound).toEqual([`0100007F:${port}`]);
  });
});

describe('[WEB-1] two desks on one machine', () => {
  test('cookies ignore ports, so each has its own name for it; the other’s lets nobody in', async () => {
    const other = await startTestHost();
    try {
      const theirs = await signIn(other.address());
      expect(theirs.cookie.split('=')[0]).not.toBe(session.cookie.split('=')[0]);
      expect((await ask({ path: '/api/host', headers: { ...json(), cookie: theirs.cookie } })).status).toBe(401);
      // As a browser sends them: both, to both.
      const both = `${theirs.cookie}; ${session.cookie}`;
      expect((await ask({ path: '/api/host', headers: { ...json(), cookie: both } })).status).toBe(200);
    } finally {
      await other.close();
    }
  });
});

test('nothing secret was ever written to the terminal', () => {
  const secret = session.cookie.split('=')[1] ?? '';
  expect(host.lines.join('\n')).not.toContain(secret);
  expect(host.lines.join('\n')).not.toMatch(/token=|watchdesk-[0-9a-f]{16}/);
});
