/** Turns a decision's events into log entries, states and rows: everything in one transaction, or nothing. */

import type { NewEntry } from '#db/log/append.ts';
import type { ClockReading } from '#db/log/clock.ts';
import type { Log } from '#db/log/log.ts';
import type { ReadModelWriter } from '#db/read-models/readModel.ts';
import type { Actor, NewEvent, RecordedEvent } from '#shared/domain/recorded.ts';
import { eventSchemas, evolve } from '#shared/domain/streams.ts';
import { entryActor } from './actors.ts';
import { deskState } from './context.ts';
import { lastOf, type Stream, type Streams } from './streams.ts';

export type Act = {
  commandId: string;
  contentHash: Uint8Array;
  actor: Actor;
  reading: ClockReading;
  events: readonly NewEvent[];
};

export type Recorded = { entryIds: string[]; position: number; streams: string[] };

type Prepared = { entry: NewEntry; event: RecordedEvent };

export type RecorderParts = {
  log: Log;
  /** One transaction; may try again where that helps. */
  commit: Log['commit'];
  streams: Streams;
  writers: readonly ReadModelWriter[];
  newId: () => string;
};

export function createRecorder({ log, commit, streams, writers, newId }: RecorderParts) {
  return function record(act: Act): Recorded {
    const next = new Map<string, Stream>();
    const prepared = act.events.map((event, index) => prepare(event, index, act, next));
    const committed = commit(() => {
      const { head, refs } = log.append({
        commandId: act.commandId,
        contentHash: act.contentHash,
        actor: entryActor(act.actor, deskState(streams)),
        reading: act.reading,
        entries: prepared.map(({ entry }) => entry),
        headsOf: (name) => streams.get(name).heads,
      });
      prepared.forEach(({ event }, index) => {
        const stream = next.get(event.stream) as Stream;
        const ref = refs[index] as (typeof refs)[number];
        next.set(event.stream, { ...stream, heads: [ref], last: lastOf(event) });
      });
      for (const [name, { state, last }] of next) {
        if (last === null) continue;
        const added = act.events.flatMap(({ stream, type }) => (stream === name ? [type] : []));
        for (const write of writers) write({ name, state, last }, added);
      }
      return head;
    });
    streams.swap(next);
    const entryIds = prepared.map(({ entry }) => entry.entryId);
    return { entryIds, position: committed.position, streams: [...next.keys()] };
  };

  /** Folds the event as a restart will: from its stored bytes, at its place in the log. */
  function prepare(event: NewEvent, index: number, act: Act, next: Map<string, Stream>): Prepared {
    const { stream: name, type } = event;
    const entryId = event.entryId ?? newId();
    const body = JSON.stringify(event.payload);
    const { officerId, name: actorName, post } = act.actor;
    const recorded: RecordedEvent = {
      entryId,
      stream: name,
      type,
      payload: JSON.parse(body),
      recordedAt: act.reading.recordedAt,
      actor: { officerId, name: actorName, post },
      position: log.head().position + 1 + index,
    };
    const before = next.get(name) ?? streams.get(name);
    const stream = { ...before, state: evolve(before.state, recorded) };
    next.set(name, stream);
    const schemaVersion = eventSchemas[type]?.version;
    if (schemaVersion === undefined) throw new Error(`no schema for event ${type}`);
    return {
      event: recorded,
      entry: {
        entryId,
        stream: name,
        type,
        schemaVersion,
        body,
        planHash: planHashOf(stream),
        attachments: event.attachments ?? [],
      },
    };
  }

  /** The plan the entry was made under: the incident's own, else the desk's. */
  function planHashOf({ state }: Stream): string | null {
    if (state.kind === 'incident' || state.kind === 'warning') return state.planPin.hash;
    if (state.kind === 'desk') return state.plan?.hash ?? null;
    return deskState(streams).plan?.hash ?? null;
  }
}
