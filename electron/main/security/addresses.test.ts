import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalAllowed, isOwnFrame, navigationAllowed, PAGE_URL } from './addresses.ts';

/** What attackers and accidents have put into address bars; none of it is our page. */
const HOSTILE = [
  '',
  ' ',
  '#',
  'app:',
  'app://',
  'app://watchdesk',
  'app://watchdesk/',
  'app://watchdesk/other.html',
  'app://watchdesk/index.html?x',
  'app://watchdesk/index.html/',
  'app://watchdesk/index.html%23',
  'app://watchdesk/./index.html',
  'app://watchdesk//index.html',
  'app://watchdesk/%69ndex.html',
  'app://watchdesk:80/index.html',
  'app://user@watchdesk/index.html',
  'app://watchdesk.evil/index.html',
  'app://watchdesk@evil/index.html',
  'app://evil/watchdesk/index.html',
  'app://WATCHDESK/index.html',
  'APP://watchdesk/index.html',
  'app:/watchdesk/index.html',
  'app:watchdesk/index.html',
  ' app://watchdesk/index.html',
  'app://watchdesk/index.html\n',
  '\tapp://watchdesk/index.html',
  'app://watchdesk\\index.html',
  'app://watchdesk/index.html#\u0000',
  'app://watchdesk/index.html#\u202e',
  'about:blank',
  'about:srcdoc',
  'blob:app://watchdesk/0f3c',
  'filesystem:app://watchdesk/temporary/x',
  'data:text/html,<script>alert(1)</script>',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'vbscript:x',
  'view-source:app://watchdesk/index.html',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'chrome-extension://x/index.html',
  'file:///etc/passwd',
  'file://app/index.html',
  'ftp://watchdesk/index.html',
  'http://watchdesk/index.html',
  'https://watchdesk.app.invalid/index.html',
  'http://127.0.0.1/index.html',
  'ws://127.0.0.1/',
  'smb://server/share',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x',
  'mailto:x@example.org',
  'tel:110',
  '\\\\server\\share',
  '//evil/index.html',
  'index.html',
  '../index.html',
];

describe('a window stays on its own page [reliability: Electron]', () => {
  it.each(HOSTILE)('%j is nowhere to go, no frame to listen to and nothing to open', (url) => {
    expect(navigationAllowed(url)).toBe(false);
    expect(isOwnFrame(url)).toBe(false);
    expect(externalAllowed(url)).toBe(false);
  });

  it.each([PAGE_URL, `${PAGE_URL}#`, `${PAGE_URL}#/board`, `${PAGE_URL}#/@practice-1/incident/i%201`])(
    '%s is',
    (url) => {
      expect(navigationAllowed(url)).toBe(true);
      expect(isOwnFrame(url)).toBe(true);
    },
  );

  it('nothing but the page itself and its fragments is allowed, whatever stands around it', () => {
    const near = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })).map(([a, b]) => `${a}${PAGE_URL}${b}`),
      fc
        .tuple(fc.nat(PAGE_URL.length), fc.string({ unit: 'binary', minLength: 1 }))
        .map(([at, text]) => PAGE_URL.slice(0, at) + text + PAGE_URL.slice(at)),
    );
    fc.assert(
      fc.property(near, (url) => {
        if (navigationAllowed(url)) expect(url.split('#')[0]).toBe(PAGE_URL);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('what may be opened outside', () => {
  it.each(['https://www.gov.cn/', 'https://www.mem.gov.cn/gk/zfxxgkpt/', 'https://www.gov.cn/x?a=1#b'])('%s', (url) => {
    expect(externalAllowed(url)).toBe(true);
  });
  it.each([
    'http://www.gov.cn/',
    'https://www.gov.cn.evil.org/',
    'https://evil.org/https://www.gov.cn/',
    'https://www.gov.cn@evil.org/',
    'https://user:pw@www.gov.cn/',
    'https://www.gov.cn:8443/',
    'https://WWW.GOV.CN/',
    'https://www.gov.cn\\@evil.org/',
    'https://www.gov.cn/../x',
    'https://gov.cn/',
    'https://www.gov.cn/ x',
    'https://www.gov.cn/\u202e',
  ])('not %j', (url) => {
    expect(externalAllowed(url)).toBe(false);
  });
});
