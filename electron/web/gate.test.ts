import { describe, expect, test } from 'vitest';
import { refuse } from './gate.ts';

const PORT = 41234;
const HOST = `127.0.0.1:${PORT}`;
const ORIGIN = `http://${HOST}`;
const ask = (method: string, headers: Record<string, string>, path = '/api/execute', upgrade = false) =>
  refuse({ method, path, headers: { host: HOST, ...headers }, upgrade }, PORT)?.status ?? 'in';

describe('Host (DNS rebinding)', () => {
  test.each([
    ['ours', HOST, 'in'],
    ['another port', '127.0.0.1:80', 421],
    ['no port', '127.0.0.1', 421],
    ['localhost', `localhost:${PORT}`, 421],
    ['a name bound to us', `evil.example:${PORT}`, 421],
    ['IPv6 loopback', `[::1]:${PORT}`, 421],
    ['a trailing dot', `127.0.0.1.:${PORT}`, 421],
    ['decimal loopback', `2130706433:${PORT}`, 421],
    ['empty', '', 421],
  ])('%s', (_, host, expected) => {
    expect(ask('GET', { host }, '/')).toBe(expected);
  });
});

describe('Origin', () => {
  test.each([
    ['ours', ORIGIN, 'in'],
    ['another port', 'http://127.0.0.1:80', 403],
    ['https', `https://${HOST}`, 403],
    ['localhost', `http://localhost:${PORT}`, 403],
    ['another site', 'https://evil.example', 403],
    ['an opaque one (file, sandboxed frame)', 'null', 403],
    ['ours with a path', `${ORIGIN}/`, 403],
  ])('POST from %s', (_, origin, expected) => {
    expect(ask('POST', { origin })).toBe(expected);
    expect(ask('GET', { origin }, '/api/changed', true)).toBe(expected);
  });

  test('a POST or an upgrade that names none is not from our page', () => {
    expect(ask('POST', {})).toBe(403);
    expect(ask('GET', {}, '/api/changed', true)).toBe(403);
    expect(ask('GET', {}, '/api/host')).toBe('in');
  });
});

describe('Sec-Fetch-Site', () => {
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  test.each([
    ['our own fetch', { 'sec-fetch-site': 'same-origin' }, '/api/host', 'in'],
    ['typed into the address bar', { 'sec-fetch-site': 'none' }, '/', 'in'],
    ["a link, or the launcher's file, to the page", link, '/', 'in'],
    ['a link to the screen', link, '/desk', 'in'],
    ['a link to the API', link, '/api/host', 403],
    ['a frame of another site', { ...link, 'sec-fetch-dest': 'iframe' }, '/', 403],
    [
      'a script of another site',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      '/assets/index.js',
      403,
    ],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }, '/api/host', 403],
  ])('%s', (_, headers, path, expected) => {
    expect(ask('GET', headers, path)).toBe(expected);
  });
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT'])('%s is no method of ours', (method) => {
  expect(ask(method, { origin: ORIGIN })).toBe(405);
});
