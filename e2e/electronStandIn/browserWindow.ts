import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';
import { toBrowser } from './addresses.ts';
import { browserContext } from './chromium.ts';
import { preventable } from './event.ts';
import { WebContents } from './webContents.ts';
import { expectLoad, preparePage } from './windowPage.ts';

type Used =
  | 'id'
  | 'close'
  | 'destroy'
  | 'flashFrame'
  | 'focus'
  | 'getBounds'
  | 'getNormalBounds'
  | 'hide'
  | 'isAlwaysOnTop'
  | 'isDestroyed'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'moveTop'
  | 'restore'
  | 'setAlwaysOnTop'
  | 'setBounds'
  | 'setFullScreen'
  | 'setOverlayIcon'
  | 'setVisibleOnAllWorkspaces'
  | 'show'
  | 'showInactive';

const open = new Map<number, BrowserWindow>();
/** The program's events; set by `app.ts`, which needs the windows itself. */
export const hooks = {
  created: (_window: BrowserWindow): void => {},
  lastClosed: (): void => {},
};

export class BrowserWindow extends EventEmitter implements Pick<Electron.BrowserWindow, Used> {
  static getAllWindows = (): BrowserWindow[] => [...open.values()];
  static getFocusedWindow = (): BrowserWindow | null =>
    BrowserWindow.getAllWindows().find((one) => one.focused) ?? null;

  readonly webContents = new WebContents();
  readonly id = this.webContents.id;
  readonly options: Electron.BrowserWindowConstructorOptions;
  flashing = false;
  focused = false;
  #bounds: Electron.Rectangle;
  #visible: boolean;
  #onTop: boolean;
  #maximized = false;
  #fullScreen: boolean;
  #gone = false;
  readonly #opened: Promise<Page>;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    const { x = 0, y = 0, width = 800, height = 600, show = true, alwaysOnTop = false, fullscreen = false } = options;
    this.options = options;
    this.#bounds = { x, y, width, height };
    this.#visible = show;
    this.#onTop = alwaysOnTop;
    this.#fullScreen = fullscreen;
    open.set(this.id, this);
    hooks.created(this);
    this.#opened = this.#openPage();
  }

  async #openPage(): Promise<Page> {
    const page = await (await browserContext).newPage();
    const { width, height } = this.#bounds;
    await page.setViewportSize({ width, height });
    page.on('close', () => this.#closed());
    await preparePage(page, this.webContents, this.options.webPreferences?.preload);
    return page;
  }
  #closed(): void {
    if (!open.delete(this.id)) return;
    this.#gone = true;
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (open.size === 0) hooks.lastClosed();
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#opened;
    expectLoad(this.webContents, url);
    await page.goto(toBrowser(url));
    this.emit('ready-to-show');
  }
  /** False where a listener kept it open. */
  tryClose(): boolean {
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
    return !event.defaultPrevented;
  }
  close(): void {
    this.tryClose();
  }
  destroy(): void {
    this.#opened.then(
      (page) => page.close(),
      () => this.#closed(),
    );
  }
  /** Once its page is gone. */
  async gone(): Promise<void> {
    const page = await this.#opened.catch(() => null);
    await page?.close().catch(() => {});
  }

  show(): void {
    this.#visible = true;
    this.emit('show');
  }
  showInactive(): void {
    this.show();
  }
  hide(): void {
    this.#visible = false;
    this.emit('hide');
  }
  focus(): void {
    for (const window of open.values()) window.focused = window === this;
  }
  restore(): void {}
  moveTop(): void {}
  isVisible = (): boolean => this.#visible;
  isDestroyed = (): boolean => this.#gone;
  isMinimized = (): boolean => false;
  isMaximized = (): boolean => this.#maximized;
  isFullScreen = (): boolean => this.#fullScreen;
  isAlwaysOnTop = (): boolean => this.#onTop;
  maximize(): void {
    this.#maximized = true;
  }
  setFullScreen(flag: boolean): void {
    this.#fullScreen = flag;
  }
  setAlwaysOnTop(flag: boolean): void {
    this.#onTop = flag;
  }
  setVisibleOnAllWorkspaces(): void {}
  setOverlayIcon(): void {}
  flashFrame(flag: boolean): void {
    this.flashing = flag;
  }
  getBounds = (): Electron.Rectangle => ({ ...this.#bounds });
  getNormalBounds = (): Electron.Rectangle => this.getBounds();
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('move');
    this.emit('resize');
  }
}
