/**
 * The streams' states, folded from the log on demand and remembered while they are used. There is one fold: what a
 * command leaves here is what a restart would read back.
 */

import type { LoggedEvent, LogReader } from '#db/log/read.ts';
import { advanceHeads, type LocalRef } from '#db/log/refs.ts';
import type { LastEntry } from '#db/read-models/readModel.ts';
import type { RecordedEvent } from '#shared/domain/recorded.ts';
import { evolve, initialState, type StreamState } from '#shared/domain/streams.ts';

export type Stream = {
  state: StreamState;
  heads: readonly LocalRef[];
  /** Null while nothing is recorded in it. */
  last: LastEntry | null;
};

export type Streams = {
  get(name: string): Stream;
  /** Folds one a little at a time, before somebody waits for all of it; whoever asks meanwhile has it at once. */
  foldAhead(name: string): Generator<void>;
  /** The state as known at an instant. */
  stateAt(name: string, at: number): StreamState;
  /** Takes over what was committed. */
  swap(next: ReadonlyMap<string, Stream>): void;
};

const REMEMBERED = 1000;

const emptyStream = (name: string): Stream => ({ state: initialState(name), heads: [], last: null });

const withEvent = ({ state, heads }: Stream, { event, ref, parents }: LoggedEvent): Stream => ({
  state: evolve(state, event),
  heads: advanceHeads(heads, parents, ref),
  last: lastOf(event),
});

export const foldStream = (name: string, logged: readonly LoggedEvent[]): Stream =>
  logged.reduce(withEvent, emptyStream(name));

export const lastOf = ({ position, recordedAt }: RecordedEvent): LastEntry => ({ position, recordedAt });

export function createStreams(log: LogReader): Streams {
  const remembered = new Map<string, Stream>();

  function remember(name: string, stream: Stream): void {
    // Deleting first puts it last: the map's order is the order of use.
    remembered.delete(name);
    remembered.set(name, stream);
    if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value as string);
  }

  function get(name: string): Stream {
    const stream = remembered.get(name) ?? foldStream(name, log.readStream(name));
    remember(name, stream);
    return stream;
  }

  return {
    get,
    *foldAhead(name) {
      let stream = emptyStream(name);
      for (const position of log.streamPositions(name)) {
        // A commit needs it, too: what is remembered is never behind the log.
        if (remembered.has(name)) return;
        const logged = log.readLogged(position);
        if (logged !== null) stream = withEvent(stream, logged);
        yield;
      }
      if (!remembered.has(name)) remember(name, stream);
    },
    stateAt(name, at) {
      const { state, last } = get(name);
      if (last === null || last.recordedAt <= at) return state;
      return foldStream(name, log.readStream(name, at)).state;
    },
    swap(next) {
      for (const [name, stream] of next) remember(name, stream);
    },
  };
}
