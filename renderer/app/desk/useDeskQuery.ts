/**
 * A query that keeps itself current: `const { data, failure } = useDeskQuery({ type: 'getBoard' })`. `data` is the last
 * known result (undefined before the first); in a practice replay it is the desk as known at the scrubber's instant.
 * null asks nothing.
 */
import { useCallback, useSyncExternalStore } from 'react';
import type { Query, QueryType } from '#shared/contract/deskApi.ts';
import { useDeskId, useHost } from './deskContext.ts';
import type { QuerySnapshot } from './queryCache.ts';

type QueryOf<T extends QueryType> = Extract<Query, { type: T }>;
export type QueryState<T extends QueryType> = QuerySnapshot<T> & { reload: () => void };

const IDLE: QuerySnapshot = { data: undefined, failure: undefined };

/** The same on a desk other than the one on the screen (the live desk's alarms during a practice replay). */
export function useQueryOf<T extends QueryType>(deskId: string | null, query: QueryOf<T> | null): QueryState<T> {
  const { cache } = useHost();
  const text = deskId === null || query === null ? null : JSON.stringify(query);
  const watch = useCallback(
    (listener: () => void) =>
      deskId === null || text === null ? () => {} : cache.watch(deskId, JSON.parse(text) as Query, listener),
    [cache, deskId, text],
  );
  const snapshot = useSyncExternalStore(watch, () =>
    deskId === null || text === null ? IDLE : cache.snapshot<QueryType>(deskId, JSON.parse(text) as Query),
  ) as QuerySnapshot<T>;
  const reload = useCallback(() => {
    if (deskId !== null && text !== null) cache.reload(deskId, JSON.parse(text) as Query);
  }, [cache, deskId, text]);
  return { ...snapshot, reload };
}

export const useDeskQuery = <T extends QueryType>(query: QueryOf<T> | null): QueryState<T> =>
  useQueryOf(useDeskId(), query);
