/**
 * Drafts: what is typed and not yet recorded. Saved through the host 300 ms after the last stroke and at once when the
 * page is hidden or left, so that a crash, a lock or a restart loses at most a few strokes.
 */
import type { DeskApi, Draft } from '#shared/contract/deskApi.ts';

const QUIET_MS = 300;

export type DraftSnapshot = { value: string | null; savedAt: number | null; dirty: boolean };
const NONE: DraftSnapshot = { value: null, savedAt: null, dirty: false };

export type Drafts = ReturnType<typeof createDrafts>;

export function createDrafts(api: Pick<DeskApi, 'listDrafts' | 'saveDraft'>) {
  const snapshots = new Map<string, DraftSnapshot>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const listeners = new Set<() => void>();
  const idOf = (deskId: string, key: string) => `${deskId} ${key}`;

  const put = (id: string, snapshot: DraftSnapshot) => {
    snapshots.set(id, snapshot);
    for (const listener of listeners) listener();
  };

  async function save(deskId: string, key: string): Promise<void> {
    const id = idOf(deskId, key);
    clearTimeout(timers.get(id));
    timers.delete(id);
    const { value, dirty } = snapshots.get(id) ?? NONE;
    if (!dirty) return;
    try {
      const { savedAt } = await api.saveDraft(deskId, key, value);
      const now = snapshots.get(id) ?? NONE;
      // Typed on while saving: that stays dirty until its own save.
      if (now.value === value) put(id, { value, savedAt: value === null ? null : savedAt, dirty: false });
    } catch {
      if (!timers.has(id))
        timers.set(
          id,
          setTimeout(() => void save(deskId, key), 3000),
        );
    }
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
      clearTimeout(timers.get(id));
      timers.set(
        id,
        setTimeout(() => void save(deskId, key), QUIET_MS),
      );
    },
    /** Now: the page is being hidden or left. */
    flush(): void {
      for (const id of Array.from(timers.keys())) {
        const space = id.indexOf(' ');
        void save(id.slice(0, space), id.slice(space + 1));
      }
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
