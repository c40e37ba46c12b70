// How `npm start` opens the desk: in Electron's window or in the browser, and why. Pure; tested as tables.
// Electron is wanted wherever it can run; whatever goes wrong with it, the desk opens in the browser and one line says why.

/** Arguments that ask for the web host by themselves. */
const WEB_ARGUMENTS = ['--web', '--no-open', '--port', '--help', '-h'];

export interface StartFacts {
  /** The user's own arguments. */
  args: readonly string[];
  platform: string;
  env: Readonly<Record<string, string | undefined>>;
  isRoot: boolean;
  /** Whether Electron's runtime is installed, can be fetched, or neither. */
  runtime: 'present' | 'fetchable' | 'none';
  /** The last attempt to fetch it, if it failed. */
  lastFailure: { at: number; why: string } | null;
  now: number;
}

export type StartPlan =
  | { kind: 'electron' }
  | { kind: 'fetch' }
  /** `why` null: it was asked for. */
  | { kind: 'web'; why: string | null }
  /** Nobody waits for a server that did not answer last time: the browser now, and a look at it in the background. */
  | { kind: 'webAndProbe'; why: string };

const DAY_MS = 24 * 60 * 60_000;

export const asksForWeb = (args: readonly string[]): boolean =>
  args.some((word) => WEB_ARGUMENTS.includes(word.replace(/=.*$/s, '')));

export function planStart({ args, platform, env, isRoot, runtime, lastFailure, now }: StartFacts): StartPlan {
  if (asksForWeb(args)) return { kind: 'web', why: null };
  const hasDisplay = platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
  if (!hasDisplay) return { kind: 'web', why: 'there is no display for a window 没有图形界面' };
  // Its sandbox does not run as root, and without the sandbox we do not run it.
  if (isRoot && platform === 'linux') return { kind: 'web', why: 'Electron does not run as root 不能以 root 运行' };
  if (runtime === 'present') return { kind: 'electron' };
  if (runtime === 'none') return { kind: 'web', why: 'Electron is not installed 未安装 Electron' };
  if (lastFailure === null) return { kind: 'fetch' };
  const why = `Electron could not be fetched lately 近期下载失败 (${lastFailure.why})`;
  const age = now - lastFailure.at;
  // From the future: the clock was wrong, then or now.
  return age >= 0 && age < DAY_MS ? { kind: 'web', why } : { kind: 'webAndProbe', why };
}

/** `--web` is only ours; the web host knows the rest. */
export const webArguments = (args: readonly string[]): string[] => args.filter((word) => word !== '--web');

// ── Fetching the runtime ────────────────────────────────────────────────────────────────────────────────────────────

export interface FetchProgress {
  startedAt: number;
  /** Of the last byte that came; null before the first. */
  lastByteAt: number | null;
  transferred: number;
  /** null: the server does not say. */
  total: number | null;
  now: number;
}

export interface FetchLimits {
  firstByteMs: number;
  silenceMs: number;
  longestMs: number;
  /** From when on it is judged whether it can be done in time at all. */
  judgedAfterMs: number;
}
export const FETCH_LIMITS: FetchLimits = {
  firstByteMs: 5000,
  silenceMs: 10_000,
  longestMs: 180_000,
  judgedAfterMs: 15_000,
};

/** Why to give up, or null to go on. A download that hangs or trickles must not keep anybody from the desk. */
export function givesUp(
  { startedAt, lastByteAt, transferred, total, now }: FetchProgress,
  limits: FetchLimits = FETCH_LIMITS,
): string | null {
  const seconds = (ms: number) => `${ms / 1000} s`;
  const { firstByteMs, silenceMs, longestMs, judgedAfterMs } = limits;
  const took = now - startedAt;
  if (lastByteAt === null) return took >= firstByteMs ? `no answer within ${seconds(firstByteMs)}` : null;
  if (now - lastByteAt >= silenceMs) return `nothing came for ${seconds(silenceMs)}`;
  if (took >= longestMs) return `not done within ${seconds(longestMs)}`;
  if (took < judgedAfterMs || total === null) return null;
  return transferred * longestMs < total * took ? `too slow to be done within ${seconds(longestMs)}` : null;
}

export function progressLine(transferred: number, total: number | null): string {
  const megabytes = (bytes: number) => `${Math.floor(bytes / 1e6)} MB`;
  return total === null || total <= 0
    ? `fetching Electron 正在下载 … ${megabytes(transferred)}`
    : `fetching Electron 正在下载 … ${megabytes(transferred)} / ${megabytes(total)} (${Math.floor((100 * transferred) / total)} %)`;
}

// ── Watching Electron start ─────────────────────────────────────────────────────────────────────────────────────────

export const READY_LINE = 'Watchdesk ready: window';
export const ALREADY_LINE = 'Watchdesk already open';
export const READY_MS = 10_000;

export type ElectronSight =
  | { kind: 'line'; text: string }
  | { kind: 'exit'; code: number | null; signal: string | null }
  | { kind: 'waited'; ms: number }
  | { kind: 'error'; message: string };

export type ElectronVerdict =
  | { kind: 'wait' }
  /** It shows; from now on its end is ours. */
  | { kind: 'shown' }
  /** Another one has the desk and was brought to the front. */
  | { kind: 'handedOver' }
  | { kind: 'web'; why: string };

export function judgeElectron(handedOver: boolean, sight: ElectronSight): ElectronVerdict {
  switch (sight.kind) {
    case 'line':
      return sight.text.startsWith(READY_LINE) ? { kind: 'shown' } : { kind: 'wait' };
    case 'exit': {
      if (sight.code === 0 && handedOver) return { kind: 'handedOver' };
      const how = sight.signal ?? `code ${sight.code}`;
      return { kind: 'web', why: `Electron ended before it showed a window (${how}) Electron 未能启动` };
    }
    case 'waited':
      return sight.ms < READY_MS
        ? { kind: 'wait' }
        : { kind: 'web', why: `Electron showed no window within ${READY_MS / 1000} s Electron 启动超时` };
    case 'error':
      return { kind: 'web', why: `Electron could not be started 无法启动 Electron (${sight.message})` };
  }
}
