/** The same guard around every page of the program, however it came to be: it stays on its page and opens nothing. */
import type { Session, WebContents } from 'electron';
import { externalAllowed, navigationAllowed } from './addresses.ts';

export type GuardDeps = { openExternal: (url: string) => Promise<void>; log: (line: string) => void };

export function guardContents(contents: WebContents, { openExternal, log }: GuardDeps): void {
  const stay = (what: string) => (event: { preventDefault(): void }, url: string) => {
    if (navigationAllowed(url)) return;
    event.preventDefault();
    log(`${what} refused`); // never the address: it may hold what somebody typed
  };
  contents.on('will-navigate', (event) => stay('navigation')(event, event.url));
  contents.on('will-redirect', (event) => stay('redirection')(event, event.url));
  contents.on('will-frame-navigate', (event) => stay('navigation of a frame')(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (externalAllowed(url)) openExternal(url).catch(() => log('the browser could not be opened'));
    return { action: 'deny' };
  });
}

/** No page of ours needs a camera, a place, a device or a download. Notifications come from the program itself. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}
