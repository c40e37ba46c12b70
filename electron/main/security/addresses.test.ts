import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalAllowed, isOwnFrame, navigationAllowed, PAGE_URL } from './addresses.ts';
import { HOSTILE, NOT_OUTSIDE } from './testing/hostileAddresses.ts';

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
  it.each(NOT_OUTSIDE)('not %j', (url) => {
    expect(externalAllowed(url)).toBe(false);
  });
});
