/**
 * A form's value that survives a crash: `const draft = useDraft('intake', emptyForm)`, then `draft.value`,
 * `draft.set(next)` or `draft.set((now) => …)`, `draft.discard()` once recorded; `draft.savedAt` for the officer to see.
 * A draft of another shape than `initial` (an older version's) is laid over it, key by key.
 */
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { useDeskId, useHost } from './deskContext.ts';

export type DraftState<T> = {
  value: T;
  set: (next: T | ((now: T) => T)) => void;
  discard: () => void;
  /** True while a draft exists, i.e. something differs from `initial` since the last discard. */
  exists: boolean;
  savedAt: number | null;
  /** Typed but not on disk yet. */
  unsaved: boolean;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function revive<T>(text: string | null, initial: T): T {
  if (text === null) return initial;
  try {
    const found: unknown = JSON.parse(text);
    if (isRecord(found) && isRecord(initial)) return { ...initial, ...found };
    return typeof found === typeof initial ? (found as T) : initial;
  } catch {
    return initial;
  }
}

export function useDraft<T>(key: string, initial: T): DraftState<T> {
  const { drafts } = useHost();
  const deskId = useDeskId();
  const snapshot = useSyncExternalStore(drafts.subscribe, () => drafts.read(deskId, key));
  const [start] = useState(initial);
  const value = useMemo(() => revive(snapshot.value, start), [snapshot.value, start]);

  const set = useCallback(
    (next: T | ((now: T) => T)) => {
      // From the store, not from the last render: several changes may come before one.
      const now = revive(drafts.read(deskId, key).value, start);
      const chosen = typeof next === 'function' ? (next as (now: T) => T)(now) : next;
      drafts.write(deskId, key, JSON.stringify(chosen));
    },
    [drafts, deskId, key, start],
  );
  const discard = useCallback(() => drafts.write(deskId, key, null), [drafts, deskId, key]);

  return {
    value,
    set,
    discard,
    exists: snapshot.value !== null,
    savedAt: snapshot.savedAt,
    unsaved: snapshot.dirty,
  };
}
