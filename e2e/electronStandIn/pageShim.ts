// Runs in the page before its own scripts and gives the built preload script what a sandboxed one has: `require` of
// electron's renderer half. Only its text travels, so it may use nothing from outside.

export function pageShim(preloadSource: string): void {
  interface Call {
    (channel: string, args: unknown[]): Promise<{ value?: unknown; error?: string }>;
  }
  type Listener = (event: object, ...args: unknown[]) => void;
  const world = window as unknown as Record<string, unknown>;
  const call = world['__standInInvoke'] as Call | undefined;
  delete world['__standInInvoke'];
  // As in Electron without nodeIntegrationInSubFrames: a subframe has no preload script.
  if (window !== window.top || call === undefined) return;

  const listeners = new Map<string, Listener[]>();
  const of = (channel: string) => listeners.get(channel) ?? [];
  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]) {
      const { value, error } = await call(channel, structuredClone(args));
      if (error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${error}`);
      return value;
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...of(channel), listener]);
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      listeners.set(
        channel,
        of(channel).filter((known) => known !== listener),
      );
      return ipcRenderer;
    },
  };
  Object.defineProperty(window, '__standInSend', {
    value: (channel: string, args: unknown[]) => {
      for (const listener of of(channel)) listener({}, ...structuredClone(args));
    },
  });

  /** The bridge copies: functions become proxies, data is cloned, prototypes are dropped. */
  function cross(value: unknown): unknown {
    if (typeof value === 'symbol') throw new TypeError('symbols do not cross the bridge');
    if (typeof value === 'function') {
      return (...args: unknown[]) => cross((value as (...args: unknown[]) => unknown)(...args.map(cross)));
    }
    if (value instanceof Promise) return value.then(cross);
    if (Array.isArray(value)) return value.map(cross);
    if (value === null || typeof value !== 'object') return value;
    const plain = [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);
    return plain
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cross(part)]))
      : structuredClone(value);
  }
  const contextBridge = {
    exposeInMainWorld(name: string, api: unknown) {
      if (name in window) throw new Error(`Cannot bind an API on top of an existing property: ${name}`);
      const value = Object.freeze(cross(api));
      Object.defineProperty(window, name, { value, enumerable: true, writable: false, configurable: false });
    },
  };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`module not found: ${name} (the preload script is sandboxed)`);
    return { contextBridge, ipcRenderer };
  };
  const module = { exports: {} };
  type Preload = (need: typeof require, own: typeof module, exported: object) => void;
  // oxlint-disable-next-line typescript/no-implied-eval -- the built preload script is run here, as Electron would.
  const run = new Function('require', 'module', 'exports', preloadSource) as Preload;
  run(require, module, module.exports);
}

export const pageShimScript = (preloadSource: string): string =>
  `(${pageShim.toString()})(${JSON.stringify(preloadSource)})`;
