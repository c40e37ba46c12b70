import { EventEmitter } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { BrowserWindow, hooks } from './browserWindow.ts';
import { browserContext } from './chromium.ts';
import { preventable } from './event.ts';

type Used =
  | 'enableSandbox'
  | 'exit'
  | 'getAppPath'
  | 'getLoginItemSettings'
  | 'getPath'
  | 'getVersion'
  | 'isPackaged'
  | 'isReady'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'setAppUserModelId'
  | 'setBadgeCount'
  | 'setLoginItemSettings'
  | 'setPath'
  | 'showAboutPanel'
  | 'whenReady';

class App extends EventEmitter implements Pick<Electron.App, Used> {
  readonly isPackaged = process.env['STAND_IN_PACKAGED'] === '1';
  readonly paths = new Map<string, string>();
  sandboxed = false;
  badge = 0;
  #ready = false;
  #quitting = false;
  readonly #whenReady: Promise<void>;

  constructor() {
    super();
    this.#whenReady = browserContext.then(() => {
      this.#ready = true;
      this.emit('ready', {}, {});
    });
    hooks.created = (window) => {
      this.emit('browser-window-created', {}, window);
      this.emit('web-contents-created', {}, window.webContents);
    };
    hooks.lastClosed = () => {
      if (this.#quitting) return;
      if (this.listenerCount('window-all-closed') === 0) this.quit();
      else this.emit('window-all-closed');
    };
  }
  whenReady = (): Promise<void> => this.#whenReady;
  isReady = (): boolean => this.#ready;
  getVersion = (): string => '0.0.0';
  getAppPath = (): string => process.cwd();
  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.sandboxed = true;
  }
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  showAboutPanel(): void {}
  setBadgeCount(count = 0): boolean {
    this.badge = count;
    return true;
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
  getPath(name: string): string {
    const path = this.paths.get(name) ?? join(this.paths.get('userData') ?? process.cwd(), name);
    mkdirSync(path, { recursive: true });
    return path;
  }
  getLoginItemSettings(): Electron.LoginItemSettings {
    return { openAtLogin: false } as Electron.LoginItemSettings;
  }
  setLoginItemSettings(): void {}

  /** A socket in the data folder: whoever holds it is first, and hears of the others. */
  requestSingleInstanceLock(): boolean {
    const path = join(this.getPath('userData'), 'instance.sock');
    if (process.env['STAND_IN_SECOND'] === '1') {
      connect(path).end(JSON.stringify(process.argv));
      return false;
    }
    rmSync(path, { force: true });
    const server = createServer((socket) => {
      let text = '';
      socket.on('data', (part: Buffer) => (text += part.toString()));
      socket.on('end', () => this.emit('second-instance', {}, JSON.parse(text || '[]'), ''));
    });
    server.listen(path).unref();
    return true;
  }

  quit(): void {
    if (this.#quitting) return;
    const before = preventable({});
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#quitting = true;
    setImmediate(() => {
      const isKept = BrowserWindow.getAllWindows().some((window) => !window.tryClose());
      if (isKept) {
        this.#quitting = false;
        return;
      }
      const will = preventable({});
      this.emit('will-quit', will);
      if (will.defaultPrevented) this.#quitting = false;
      else this.exit(0);
    });
  }
  exit(code = 0): void {
    this.emit('quit', {}, code);
    void Promise.allSettled(BrowserWindow.getAllWindows().map((window) => window.gone())).then(() =>
      process.exit(code),
    );
  }
}

export const app = new App();
