// Finds the Chromium that browser tests (and the web host's window) use. Playwright's own download is not relied on:
// it is large, needs another server than npm's, and users have a browser anyway.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser's path, or null. CHROMIUM_PATH wins, even if it points nowhere: then saying so is better than another browser. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return PLACES.find((path) => existsSync(path)) ?? null;
}

/** Quiet and alone: nothing in the background, nothing fetched. As root Chromium refuses its sandbox. */
export const CHROMIUM_FLAGS: string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const HOW_TO_GET_ONE =
  'install a Chromium or Chrome (Debian: apt install chromium fonts-noto-cjk), or set CHROMIUM_PATH to one';

export const isRootOnDebian = (): boolean => process.getuid?.() === 0 && existsSync('/etc/debian_version');

/** For `npm test`: finds a browser, and as root on Debian (a CI machine) installs one, saying so. Elsewhere nothing is installed unasked. */
export function ensureChromium(say: (line: string) => void): string | null {
  const found = findChromium();
  if (found !== null || process.env['CHROMIUM_PATH'] || !isRootOnDebian()) return found;
  const apt = (...args: string[]): number | null => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync('apt-get', ['-qq', '-y', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status;
  };
  say('no Chromium here; installing chromium and fonts-noto-cjk with apt-get …');
  if (apt('update') !== 0 || apt('install', '--no-install-recommends', 'chromium', 'fonts-noto-cjk') !== 0) {
    say('apt-get failed');
  }
  return findChromium();
}
