import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { securityHeaders } from '#electron/web/headers.ts';
import { APP_ORIGIN, PAGE_URL } from './addresses.ts';
import { APP_SCHEMES, answerApp, appHeaders } from './appProtocol.ts';

const SEED = 20260213;
const file = (text: string) => ({ body: Buffer.from(text), type: 'text/html; charset=utf-8', cache: 'no-store' });
const files = new Map([
  ['/index.html', file('page')],
  ['/assets/app-1a2b.js', file('script')],
]);
const get = (url: string, method = 'GET') => answerApp({ url, method }, files, appHeaders());

describe('app:// serves the screen and nothing else', () => {
  it('the page, with the policy and a type', () => {
    const { status, headers, body } = get(`${PAGE_URL}#/board`);
    expect({ status, body: body?.toString() }).toEqual({ status: 200, body: 'page' });
    expect(headers).toMatchObject({ ...appHeaders(), 'content-type': 'text/html; charset=utf-8' });
  });

  it('the scheme goes around no policy: no CORS, no fetching, no service worker, no bypass', () => {
    expect(APP_SCHEMES).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }]);
  });

  it.each([
    ['/', 404],
    ['/index.html?x', 404],
    ['/assets/../index.html', 404],
    ['/assets/%2e%2e/index.html', 404],
    ['/..%2f..%2fetc%2fpasswd', 404],
    ['/assets/app-1a2b.js.map', 404],
    ['/INDEX.HTML', 404],
    ['/index.html%00', 404],
    ['/assets\\app-1a2b.js', 404],
  ])('%s answers %i', (path, status) => {
    expect(get(APP_ORIGIN + path)).toMatchObject({ status, body: null });
  });

  it('another host of the scheme, another method: refused', () => {
    expect(get('app://other/index.html').status).toBe(403);
    expect(get('app://watchdesk.evil/index.html').status).toBe(403);
    for (const method of ['POST', 'PUT', 'DELETE', 'get', '']) expect(get(PAGE_URL, method).status).toBe(405);
  });

  it(`20,000 addresses with dots, slashes, encodings and nulls: only the exact paths have a body (seed ${SEED})`, () => {
    const parts = [
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      '\0',
      '?',
      '#',
      'index.html',
      'assets',
      ':',
      '@',
      '//',
    ];
    const part = fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary', maxLength: 4 }));
    const address = fc.tuple(
      fc.constantFrom(`${APP_ORIGIN}/`, APP_ORIGIN, 'app://', '/', ''),
      fc.array(part, { maxLength: 8 }),
    );
    fc.assert(
      fc.property(address, ([start, rest]) => {
        const url = start + rest.join('');
        const { status, body } = get(url);
        const path = (url.split('#')[0] ?? '').slice(APP_ORIGIN.length);
        expect(body !== null).toBe(status === 200);
        if (body !== null) expect([url.startsWith(`${APP_ORIGIN}/`), files.has(path)]).toEqual([true, true]);
      }),
      { numRuns: 20_000, seed: SEED },
    );
  });
});

describe('[APP-1] [WEB-1] one policy for content, whichever host serves it [reliability: Electron, Web host]', () => {
  const directives = (policy: unknown) =>
    new Map(
      String(policy)
        .split('; ')
        .map((part): [string, string] => {
          const [name = '', ...sources] = part.split(' ');
          return [name, sources.join(' ')];
        }),
    );
  const inApp = directives(appHeaders()['content-security-policy']);
  const onWeb = directives(securityHeaders(4600)['content-security-policy']);

  it('nothing by default, and only what is needed: no inline script or style, no eval, no data:, no other origin', () => {
    expect(Object.fromEntries(inApp)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'none'",
      'img-src': "'self'",
      'font-src': "'self'",
      'media-src': "'self'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });

  it('the web host’s differs in the one line by which its page reaches it', () => {
    expect(onWeb.get('connect-src')).toBe("'self' ws://127.0.0.1:4600");
    onWeb.set('connect-src', "'none'");
    expect(Object.fromEntries(onWeb)).toEqual(Object.fromEntries(inApp));
  });

  it('and so do the other headers', () => {
    const { 'content-security-policy': _, ...onWebElse } = securityHeaders(4600);
    const { 'content-security-policy': __, ...inAppElse } = appHeaders();
    expect(inAppElse).toEqual(onWebElse);
  });
});
