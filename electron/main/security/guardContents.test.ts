import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { PAGE_URL } from './addresses.ts';
import { guardContents, guardSession } from './guardContents.ts';
import { HOSTILE, NOT_OUTSIDE } from './testing/hostileAddresses.ts';

type OpenHandler = (details: { url: string; [more: string]: unknown }) => { action: string };

/** A page as Electron hands it over, and what it was allowed to do. */
function guardedPage() {
  const opened: string[] = [];
  const lines: string[] = [];
  const state: { open: OpenHandler } = { open: () => ({ action: 'allow' }) };
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler(handler: OpenHandler) {
      state.open = handler;
    },
  });
  guardContents(contents as unknown as WebContents, {
    openExternal: async (url) => void opened.push(url),
    log: (line) => lines.push(line),
  });
  const prevents = (name: string, url: string): boolean => {
    let prevented = false;
    contents.emit(name, { url, preventDefault: () => (prevented = true) }, url);
    return prevented;
  };
  return { opened, lines, prevents, open: (url: string) => state.open({ url }) };
}

describe('[APP-1] a page stays where it is [reliability: Electron]', () => {
  const WAYS = ['will-navigate', 'will-redirect', 'will-frame-navigate'];
  it.each(WAYS)('%s: refused to every hostile address, and none of them is written down', (way) => {
    const page = guardedPage();
    for (const url of [...HOSTILE, ...NOT_OUTSIDE]) expect([url, page.prevents(way, url)]).toEqual([url, true]);
    const told = page.lines.join('\n');
    for (const url of HOSTILE.filter((one) => one.length > 8)) expect(told).not.toContain(url);
    expect(page.prevents(way, `${PAGE_URL}#/board`)).toBe(false);
    expect(page.opened).toEqual([]);
  });

  it('no window opens, whatever address it asks for', () => {
    const page = guardedPage();
    for (const url of [...HOSTILE, ...NOT_OUTSIDE, PAGE_URL, 'https://www.gov.cn/']) {
      expect([url, page.open(url)]).toEqual([url, { action: 'deny' }]);
    }
    expect(page.opened).toEqual(['https://www.gov.cn/']);
  });

  it('no webview is attached', () => {
    expect(guardedPage().prevents('will-attach-webview', PAGE_URL)).toBe(true);
  });
});

describe('[APP-1] nothing is permitted to a page [reliability: Electron]', () => {
  /** Every permission this Electron knows, read from its own types. */
  const types = readFileSync(new URL('../../../node_modules/electron/electron.d.ts', import.meta.url), 'utf8');
  const request = /setPermissionRequestHandler\(handler: \(\(webContents: WebContents, permission: ([^,]+), callback/;
  const permissions = Array.from(request.exec(types)?.[1]?.matchAll(/'([\w-]+)'/g) ?? [], ([, name = '']) => name);

  type Handlers = {
    request: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;
    check: (contents: unknown, permission: string) => boolean;
    device: (details: object) => boolean;
  };
  function guardedSession() {
    const handlers: Partial<Handlers> = {};
    const session = Object.assign(new EventEmitter(), {
      spelling: true,
      setPermissionRequestHandler: (handler: Handlers['request']) => void (handlers.request = handler),
      setPermissionCheckHandler: (handler: Handlers['check']) => void (handlers.check = handler),
      setDevicePermissionHandler: (handler: Handlers['device']) => void (handlers.device = handler),
      setSpellCheckerEnabled: (on: boolean) => void (session.spelling = on),
    });
    guardSession(session as unknown as Session);
    return { session, handlers };
  }

  it(`all ${permissions.length} of them, asked for or looked up`, () => {
    const { handlers } = guardedSession();
    expect(permissions).toEqual(expect.arrayContaining(['media', 'geolocation', 'notifications', 'usb', 'unknown']));
    for (const permission of permissions) {
      const answers: unknown[] = [handlers.check?.(null, permission)];
      handlers.request?.({}, permission, (granted) => answers.push(granted));
      expect([permission, ...answers]).toEqual([permission, false, false]);
    }
  });

  it('no device, no download, no dictionary fetched from elsewhere', () => {
    const { session, handlers } = guardedSession();
    expect(['hid', 'serial', 'usb'].map((deviceType) => handlers.device?.({ deviceType }))).toEqual([
      false,
      false,
      false,
    ]);
    let prevented = false;
    session.emit('will-download', { preventDefault: () => (prevented = true) });
    expect([prevented, session.spelling]).toEqual([true, false]);
  });
});
