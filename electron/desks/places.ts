/** Where things are: the built screen and worker beside us, the shipped scenarios, and the officer's data folder. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, posix, resolve, win32 } from 'node:path';

export type ProgramPlaces = { renderer: URL; worker: URL; scenarios: URL; packageJson: URL };

/** The same module runs from `dist/host` when bundled and from `electron/web` as source. */
export function programPlaces(moduleUrl: string): ProgramPlaces {
  const bundled = new URL('.', moduleUrl).pathname.endsWith('/dist/host/');
  const root = new URL('../../', moduleUrl);
  return {
    renderer: new URL('dist/renderer/', root),
    worker: bundled ? new URL('dist/host/deskWorker.mjs', root) : new URL('db/desk/deskWorker.ts', root),
    scenarios: new URL('scenarios/', root),
    packageJson: new URL('package.json', root),
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** --data, else WATCHDESK_DATA, else where this platform keeps a user's data. */
export function dataFolder(
  asked: string | null,
  env: Environment,
  platform: string,
  home: string,
  startedIn: string,
): string {
  const named = asked ?? env['WATCHDESK_DATA'];
  // npm runs us from the project's root; a relative folder is meant from where the user stood.
  if (named !== undefined && named !== '') return resolve(env['INIT_CWD'] ?? startedIn, named);
  if (platform === 'win32') return win32.join(env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), 'Watchdesk');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Watchdesk');
  const xdg = env['XDG_DATA_HOME'];
  return posix.join(xdg?.startsWith('/') === true ? xdg : posix.join(home, '.local', 'share'), 'watchdesk');
}

/** Makes the data folder, readable by its owner alone; one that is there keeps the rights it has. */
export function prepareDataFolder(folder: string): void {
  // Not mkdir's `recursive`: where a parent refuses with ENOENT (/proc) Node's tries for ever.
  if (!existsSync(folder)) {
    prepareDataFolder(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  }
  if (!statSync(folder).isDirectory()) throw new Error(`not a folder 不是文件夹: ${folder}`);
}

export const deskFile = (folder: string): string => join(folder, 'desk.db');
