// A window's page: the preload script first, `app:` answered by the program, navigation and pop-ups asked about.
import { readFileSync } from 'node:fs';
import type { Page, Route } from 'playwright-core';
import { routesOf, toProgram } from './addresses.ts';
import { preventable } from './event.ts';
import { invoke } from './ipc.ts';
import { pageShimScript } from './pageShim.ts';
import { schemeHandlers } from './protocol.ts';
import type { WebContents } from './webContents.ts';

/** Answers from the program's handler, once navigation is allowed. */
async function answerRoute(route: Route, scheme: string, page: Page, contents: WebContents): Promise<void> {
  const request = route.request();
  const handler = schemeHandlers.get(scheme);
  if (handler === undefined) return route.abort('addressunreachable');
  const url = toProgram(request.url());
  const isMain = request.isNavigationRequest() && request.frame() === page.mainFrame();
  if (isMain && refusesNavigation(contents, url)) return route.abort('aborted');
  const answer = await handler(new Request(url, { method: request.method() }));
  const body = Buffer.from(await answer.arrayBuffer());
  await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
}

/** Not for what the program itself loads: Electron does not ask about that either. */
function refusesNavigation(contents: WebContents, url: string): boolean {
  if (expected.get(contents) === url.replace(/#.*$/s, '')) {
    expected.delete(contents);
    return false;
  }
  const event = preventable({ url });
  contents.emit('will-navigate', event, url);
  return event.defaultPrevented;
}
const expected = new Map<WebContents, string>();
export const expectLoad = (contents: WebContents, url: string): void =>
  void expected.set(contents, url.replace(/#.*$/s, ''));

/** Elsewhere than to the program's own pages. */
async function answerForeign(route: Route, page: Page, contents: WebContents): Promise<void> {
  const request = route.request();
  if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
    const event = preventable({ url: request.url() });
    contents.emit('will-navigate', event, request.url());
    if (event.defaultPrevented) return route.abort('aborted');
  }
  // Nothing outside is reached from a test, whatever the page tries.
  return route.abort('internetdisconnected');
}

export async function preparePage(page: Page, contents: WebContents, preload: string | undefined): Promise<void> {
  contents.page = page;
  await page.exposeBinding('__standInInvoke', async ({ frame }, channel: string, args: unknown[]) => {
    const parent = frame.parentFrame() === null ? null : {};
    const event = { sender: contents, senderFrame: { url: toProgram(frame.url()), parent } };
    try {
      return { value: await invoke(event as unknown as Electron.IpcMainInvokeEvent, channel, args) };
    } catch (error) {
      return { error: String(error) };
    }
  });
  if (preload !== undefined) await page.addInitScript({ content: pageShimScript(readFileSync(preload, 'utf8')) });
  await page.route(/^https?:/, (route) => answerForeign(route, page, contents));
  for (const scheme of schemeHandlers.keys()) {
    await page.route(routesOf(scheme), (route) => answerRoute(route, scheme, page, contents));
  }
  page.on('domcontentloaded', () => contents.emit('dom-ready'));
  page.on('load', () => contents.emit('did-finish-load'));
  page.on('popup', (popup) => {
    const url = toProgram(popup.url());
    const { action } = contents.openHandler({ url } as Electron.HandlerDetails);
    if (action === 'deny') popup.close().catch(() => {});
  });
}
