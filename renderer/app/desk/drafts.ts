/**
 * Drafts: what is typed and not yet recorded. Saved through the host 300 ms after the last stroke and at once when the
 * page is hidden or left, so that a crash, a lock or a restart loses at most a few strokes.
 */
import type { DeskApi, Draft } from '#shared/contract/deskApi.ts';

const QUIET_MS = 300;
const RETRY_MS = 3000;

type Place = { deskId: string; key: string };

export type DraftSnapshot = { value: string | null; savedAt: number | null; dirty: boolean };
const NONE: DraftSnapshot = { value: null, savedAt: null, dirty: false };

export type Drafts = ReturnType<typeof createDrafts>;

export function createDrafts(api: Pick<DeskApi, 'listDrafts' | 'saveDraft'>) {
  const snapshots = new Map<string, DraftSnapshot>();
  const timers = new Map<string, { timer: ReturnType<typeof setTimeout>; place: Place }>();
  const saving = new Set<string>();
  const listeners = new Set<() => void>();
  const idOf = (deskId: string, key: string) => `${deskId} ${key}`;

  const put = (id: string, snapshot: DraftSnapshot) => {
    snapshots.set(id, snapshot);
    for (const listener of listeners) listener();
  };

  async function send(id: string, { deskId, key }: Place): Promise<void> {
    const { value } = snapshots.get(id) ?? NONE;
    saving.add(id);
    try {
      const { savedAt } = await api.saveDraft(deskId, key, value);
      // Typed on while saving: that stays dirty until its own save.
      const dirty = (snapshots.get(id) ?? NONE).value !== value;
      put(id, { ...(snapshots.get(id) ?? NONE), savedAt: value === null ? null : savedAt, dirty });
      saving.delete(id);
      if (dirty && !timers.has(id)) later(id, { deskId, key }, 0);
    } catch {
      saving.delete(id);
      if (!timers.has(id)) later(id, { deskId, key }, RETRY_MS);
    }
  }

  function later(id: string, place: Place, ms: number): void {
    clearTimeout(timers.get(id)?.timer);
    const timer = setTimeout(() => {
      timers.delete(id);
      // One save of a draft at a time, or an older one might arrive last; the one under way sees to the next.
      if (!saving.has(id)) void send(id, place);
    }, ms);
    timers.set(id, { timer, place });
  }

  return {
    /** Reads what a desk has; screens are shown after this, so a draft is there from the first paint. */
    async load(deskId: string): Promise<void> {
      const found: Draft[] = await api.listDrafts(deskId);
      for (const { key, value, savedAt } of found) {
        const id = idOf(deskId, key);
        if (snapshots.get(id)?.dirty !== true) put(id, { value, savedAt, dirty: false });
      }
    },
    read: (deskId: string, key: string): DraftSnapshot => snapshots.get(idOf(deskId, key)) ?? NONE,
    /** null deletes the draft. */
    write(deskId: string, key: string, value: string | null): void {
      const id = idOf(deskId, key);
      const before = snapshots.get(id) ?? NONE;
      if (before.value === value) return;
      put(id, { value, savedAt: before.savedAt, dirty: true });
      later(id, { deskId, key }, QUIET_MS);
    },
    /** Now: the page is being hidden or left. */
    flush(): void {
      for (const [id, { timer, place }] of Array.from(timers)) {
        clearTimeout(timer);
        timers.delete(id);
        void send(id, place);
      }
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
