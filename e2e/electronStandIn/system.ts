// The machine around the program: displays, power, tray, menu, notifications, dialogs. Specs drive and read all of it.
import { EventEmitter } from 'node:events';

const rectangle = { x: 0, y: 0, width: 1920, height: 1080 };
const primary = { id: 1, label: '内置显示器', bounds: rectangle, workArea: { ...rectangle, height: 1040 } };

class Screen
  extends EventEmitter
  implements Pick<Electron.Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'getDisplayMatching'>
{
  displays = [primary as unknown as Electron.Display];

  getAllDisplays = (): Electron.Display[] => this.displays;
  getPrimaryDisplay = (): Electron.Display => this.displays[0] as Electron.Display;
  getDisplayMatching(rect: Electron.Rectangle): Electron.Display {
    const holds = ({ bounds: { x, width } }: Electron.Display) => rect.x >= x && rect.x < x + width;
    return this.displays.find(holds) ?? this.getPrimaryDisplay();
  }
  /** Plugs in a display to the right of the others. */
  plug(id: number, label: string): void {
    const bounds = { x: 1920 * this.displays.length, y: 0, width: 1920, height: 1080 };
    this.displays = [...this.displays, { id, label, bounds, workArea: bounds } as Electron.Display];
    this.emit('display-added', {}, this.displays.at(-1));
  }
  unplug(id: number): void {
    this.displays = this.displays.filter((display) => display.id !== id);
    this.emit('display-removed', {}, {});
  }
}
export const screen = new Screen();

export const powerMonitor = new EventEmitter();

const blockers = new Set<number>();
export const powerSaveBlocker: Pick<Electron.PowerSaveBlocker, 'start' | 'stop' | 'isStarted'> = {
  start() {
    const id = blockers.size + 1;
    blockers.add(id);
    return id;
  },
  stop: (id) => blockers.delete(id),
  isStarted: (id) => blockers.has(id),
};

type Template = (Electron.MenuItemConstructorOptions | Electron.MenuItem)[];
type Shown = { template: Template };
export class Menu {
  static current: Shown | null = null;
  static buildFromTemplate(template: Template): Electron.Menu {
    return { template } as unknown as Electron.Menu;
  }
  static setApplicationMenu(menu: Electron.Menu | null): void {
    Menu.current = menu as unknown as Shown | null;
  }
  /** As if somebody had chosen it. */
  static choose(id: string): void {
    const items = (Menu.current?.template ?? []) as Electron.MenuItemConstructorOptions[];
    const found = items.flatMap(({ submenu }) => submenu as Electron.MenuItemConstructorOptions[]);
    const item = found.find((one) => one.id === id);
    if (item?.click === undefined) throw new Error(`no menu item ${id}`);
    item.click({} as Electron.MenuItem, undefined, {});
  }
}

export class Tray extends EventEmitter implements Pick<Electron.Tray, 'setToolTip' | 'setContextMenu' | 'destroy'> {
  static all: Tray[] = [];
  toolTip = '';
  menu: Shown | null = null;
  constructor() {
    super();
    Tray.all.push(this);
  }
  setToolTip(text: string): void {
    this.toolTip = text;
  }
  setContextMenu(menu: Electron.Menu | null): void {
    this.menu = menu as unknown as Shown | null;
  }
  destroy(): void {
    Tray.all = Tray.all.filter((tray) => tray !== this);
  }
}

export class Notification extends EventEmitter implements Pick<Electron.Notification, 'show' | 'close'> {
  static isSupported = (): boolean => true;
  static shown: Electron.NotificationConstructorOptions[] = [];
  readonly options: Electron.NotificationConstructorOptions;
  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.options = options;
  }
  show(): void {
    Notification.shown.push(this.options);
  }
  close(): void {
    this.emit('close');
  }
}

/** Answers nothing until a spec says what; a dialog in a test stands for a person. */
export const dialog: Pick<Electron.Dialog, 'showErrorBox'> & {
  asked: Electron.MessageBoxOptions[];
  response: number;
  savePath: string | null;
  savesAsked: Electron.SaveDialogOptions[];
  showSaveDialog(window: unknown, options: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue>;
  folderPath: string | null;
  showOpenDialog(window: unknown, options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue>;
  showMessageBox(options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue>;
} = {
  asked: [],
  response: 0,
  /** Where the person saves; null: they change their mind. */
  savePath: null,
  async showSaveDialog(_window, options) {
    dialog.savesAsked.push(options);
    return { canceled: dialog.savePath === null, filePath: dialog.savePath ?? '' };
  },
  savesAsked: [],
  /** The folder the person chooses. */
  folderPath: null,
  async showOpenDialog() {
    return { canceled: dialog.folderPath === null, filePaths: dialog.folderPath === null ? [] : [dialog.folderPath] };
  },
  async showMessageBox(options) {
    dialog.asked.push(options);
    return { response: dialog.response, checkboxChecked: false };
  },
  showErrorBox(title, content) {
    process.stderr.write(`${title}: ${content}\n`);
  },
};

export const opened: string[] = [];
export const shell: Pick<Electron.Shell, 'openExternal' | 'openPath'> & { openedPaths: string[] } = {
  openedPaths: [],
  async openExternal(url) {
    opened.push(url);
  },
  async openPath(path) {
    shell.openedPaths.push(path);
    return '';
  },
};

export const nativeImage: { createFromPath(path: string): Electron.NativeImage } = {
  createFromPath: (path) => ({ path }) as unknown as Electron.NativeImage,
};
