/**
 * What a first question would otherwise do for 20,000 entries of the directory at once, done ahead of it: the stream folded
 * after the start, its entries put in order and made findable after an import. Slice by slice, as the index is.
 */
import type { DirectoryState } from '#shared/domain/directory/directory.ts';
import { prepareDirectory } from '#shared/domain/directory/list.ts';
import { DIRECTORY_STREAM } from '#shared/domain/streams.ts';
import { deskState } from './context.ts';
import type { Plans } from './plans.ts';
import type { Streams } from './streams.ts';

const SLICE_MS = 5;

/** One slice of it; false where nothing is left. */
export function createReadying({ streams, plans }: { streams: Streams; plans: Pick<Plans, 'byHash'> }): () => boolean {
  const folding = streams.foldAhead(DIRECTORY_STREAM);
  let isFolded = false;
  let prepared: DirectoryState['contacts'] | null = null;
  let preparing: Generator<void> | null = null;

  /** Whether there was something to do. */
  function step(): boolean {
    if (!isFolded) {
      isFolded = folding.next().done === true;
      return true;
    }
    const state = streams.get(DIRECTORY_STREAM).state as DirectoryState;
    if (prepared !== state.contacts) {
      const { plan } = deskState(streams);
      const pinned = plan === null ? null : plans.byHash(plan.hash);
      if (pinned === null) return false;
      prepared = state.contacts;
      preparing = prepareDirectory(pinned.plan, state);
    }
    if (preparing === null || preparing.next().done === true) {
      preparing = null;
      return false;
    }
    return true;
  }

  return () => {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) if (!step()) return false;
    return true;
  };
}
