/**
 * How the desk is opened: in which browser, with which flags, or why only the address is printed. Pure; tested as tables.
 *
 * The address's token must not show up in a process list, so no browser is ever given it: it is given a file that only
 * this user can read, which leads on to the address (`openFile.ts`).
 */

export type Surroundings = {
  platform: string;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
  isRoot: boolean;
  /** The full path of a program on PATH, or of an absolute path that exists; null where there is none. */
  find: (program: string) => string | null;
};

export type Opening =
  /** `profile` null: the browser's own one. `files` is where the leading file must lie to be readable by that browser. */
  | { kind: 'app'; program: string; flags: string[]; profile: string; files: string }
  | { kind: 'default'; program: string; files: string }
  | { kind: 'print'; why: string };

/** Chromium and its kin, most wanted first; the last two are what 统信 and 麒麟 machines come with. */
const LINUX_BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'vivaldi-stable',
  'browser360-cn-stable',
  'qaxbrowser-safe-stable',
];
const MAC_BROWSERS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const WINDOWS_BROWSERS = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];
const WINDOWS_ROOTS = ['PROGRAMFILES(X86)', 'PROGRAMFILES', 'LOCALAPPDATA'];

/** Clocks tick and alarms sound in a hidden or covered window too, and without a first click. */
const AWAKE = [
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--autoplay-policy=no-user-gesture-required',
];
const QUIET = [
  '--start-maximized',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-sync',
];
/** Chromium refuses to run as root with its sandbox. */
const AS_ROOT = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-component-update'];

function candidates({ platform, env }: Surroundings): string[] {
  if (platform === 'darwin') return MAC_BROWSERS;
  if (platform !== 'win32') return LINUX_BROWSERS;
  return WINDOWS_ROOTS.flatMap((root) => WINDOWS_BROWSERS.map((path) => `${env[root] ?? 'C:'}\\${path}`));
}

/** Snap packages see neither hidden folders nor /tmp, only their own. */
function snapFolder(program: string, home: string): string | null {
  const name = /(?:^|\/)snap\/(?:bin\/)?([a-z0-9-]+)/.exec(program)?.[1];
  return name === undefined ? null : `${home}/snap/${name}/common/watchdesk`;
}

export function decideOpening(around: Surroundings, dataFolder: string): Opening {
  const { platform, env, home, isRoot, find } = around;
  const hasScreen =
    platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
  if (!hasScreen) return { kind: 'print', why: 'there is no display here 没有图形界面' };
  for (const name of candidates(around)) {
    const program = find(name);
    if (program === null) continue;
    const own = snapFolder(program, home) ?? dataFolder;
    const flags = [...AWAKE, ...QUIET, ...(isRoot && platform === 'linux' ? AS_ROOT : [])];
    return { kind: 'app', program, flags, profile: `${own}/browser`, files: own };
  }
  const opener = platform === 'darwin' ? 'open' : platform === 'win32' ? null : 'xdg-open';
  const program = opener === null ? null : find(opener);
  if (program !== null) return { kind: 'default', program, files: dataFolder };
  return { kind: 'print', why: 'no browser was found 未找到浏览器' };
}

export function openingCommand(
  opening: Exclude<Opening, { kind: 'print' }>,
  fileUrl: string,
): { program: string; args: string[] } {
  if (opening.kind === 'default') return { program: opening.program, args: [fileUrl] };
  return {
    program: opening.program,
    args: [...opening.flags, `--user-data-dir=${opening.profile}`, `--app=${fileUrl}`],
  };
}
