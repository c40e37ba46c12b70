/**
 * Starting with the session. Windows and macOS keep it themselves; on Linux it is a file that every desktop reads (XDG
 * autostart). Pure but for `applyAutostart`; a program that was not installed is never put into anybody's session.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { App } from 'electron';

export type AutostartFacts = {
  platform: string;
  isPackaged: boolean;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
  executable: string;
  /** Where the data lies, if it was named; the next start must find the same desk. */
  data: string | null;
};

export type AutostartWay =
  | { kind: 'loginItem'; path: string; args: string[] }
  | { kind: 'file'; path: string; content: string }
  | { kind: 'none' };

/** As the Desktop Entry Specification quotes an argument of Exec; `%` starts a field code there. */
export function quoteExec(argument: string): string {
  const quoted = argument.replaceAll(/["`$\\]/g, (sign) => `\\${sign}`).replaceAll('%', '%%');
  // The whole value is a string of its own, in which a backslash is escaped once more.
  return `"${quoted}"`.replaceAll('\\', '\\\\');
}

const desktopEntry = (command: readonly string[]): string => `[Desktop Entry]
Type=Application
Version=1.5
Name=Watchdesk
Name[zh_CN]=Watchdesk 应急值守台
Exec=${command.map(quoteExec).join(' ')}
Terminal=false
X-GNOME-Autostart-enabled=true
`;

export function autostartWay({ platform, isPackaged, env, home, executable, data }: AutostartFacts): AutostartWay {
  if (!isPackaged) return { kind: 'none' };
  const args = data === null ? [] : ['--data', data];
  if (platform === 'win32' || platform === 'darwin') return { kind: 'loginItem', path: executable, args };
  // A line break would end the entry and begin another.
  const command = [env['APPIMAGE'] ?? executable, ...args];
  if (platform !== 'linux' || command.some((word) => /[\n\r]/.test(word))) return { kind: 'none' };
  const config = env['XDG_CONFIG_HOME'];
  const folder = posix.join(config?.startsWith('/') === true ? config : posix.join(home, '.config'), 'autostart');
  return { kind: 'file', path: posix.join(folder, 'watchdesk.desktop'), content: desktopEntry(command) };
}

/** A desktop's own settings switch an entry off by these lines instead of removing it. */
export const isEntryOn = (content: string | null): boolean =>
  content !== null && !/^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im.test(content);

type LoginItems = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** null where this system has no way. */
export function isAutostartOn(way: AutostartWay, app: LoginItems): boolean | null {
  if (way.kind === 'none') return null;
  if (way.kind === 'file') return isEntryOn(readOrNull(way.path));
  return app.getLoginItemSettings({ path: way.path, args: way.args }).openAtLogin;
}

export function applyAutostart(way: AutostartWay, on: boolean, app: LoginItems): void {
  if (way.kind === 'none') return;
  if (way.kind === 'loginItem') {
    return app.setLoginItemSettings({ openAtLogin: on, path: way.path, args: way.args });
  }
  if (!on) return rmSync(way.path, { force: true });
  mkdirSync(posix.dirname(way.path), { recursive: true });
  writeFileSync(way.path, way.content);
}
