/**
 * Every stream and every event there is: how a stream begins, how it evolves, and what its stored payloads look like.
 * A stored name is never renamed or reused; a changed shape raises its version here and gets an upcaster.
 */
import type { z } from 'zod';
import { type AlarmState, evolveAlarms, initialAlarms } from './alarm/alarm.ts';
import { alarmEventSchemas, upcastAlarmRaised1 } from './alarm/events.ts';
import { type CallState, evolveCall } from './call/call.ts';
import { callEventSchemas } from './call/events.ts';
import { type DeskState, evolveDesk, initialDesk } from './desk/desk.ts';
import { deskEventSchemas } from './desk/events.ts';
import { type DirectoryState, evolveDirectory, initialDirectory } from './directory/directory.ts';
import { directoryEventSchemas } from './directory/events.ts';
import { incidentEventSchemas } from './incident/events.ts';
import { evolveIncident, type IncidentState } from './incident/incident.ts';
import type { RecordedEvent, StreamId } from './recorded.ts';

/** A call or incident that has no entry yet. */
export type EmptyStream = { kind: 'empty'; of: 'call' | 'incident' };
export type StreamState = DeskState | DirectoryState | CallState | IncidentState | AlarmState | EmptyStream;

export const DESK_STREAM: StreamId = 'desk';
export const DIRECTORY_STREAM: StreamId = 'directory';
export const callStream = (callId: string): StreamId => `call/${callId}`;
export const incidentStream = (incidentId: string): StreamId => `incident/${incidentId}`;
export const alarmStream = (incidentId: string): StreamId => `alarm/${incidentId}`;

export function initialState(stream: StreamId): StreamState {
  if (stream === DESK_STREAM) return initialDesk;
  if (stream === DIRECTORY_STREAM) return initialDirectory;
  const kind = stream.slice(0, stream.indexOf('/'));
  if (kind === 'alarm') return initialAlarms;
  if (kind === 'call' || kind === 'incident') return { kind: 'empty', of: kind };
  throw new RangeError(`no such stream: ${stream}`);
}

export function evolve(state: StreamState, event: RecordedEvent): StreamState {
  switch (state.kind) {
    case 'desk':
      return evolveDesk(state, event);
    case 'directory':
      return evolveDirectory(state, event);
    case 'alarm':
      return evolveAlarms(state, event);
    case 'call':
      return evolveCall(state, event) ?? state;
    case 'incident':
      return evolveIncident(state, event) ?? state;
    case 'empty':
      return (state.of === 'call' ? evolveCall(null, event) : evolveIncident(null, event)) ?? state;
  }
}

type EventSchema = { version: number; schema: z.ZodType };

const atVersion = (version: number, schemas: Record<string, z.ZodType>): Record<string, EventSchema> =>
  Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, { version, schema }]));

/** The current version of every event type. */
export const eventSchemas: Readonly<Record<string, EventSchema>> = {
  ...atVersion(1, deskEventSchemas),
  ...atVersion(1, directoryEventSchemas),
  ...atVersion(1, callEventSchemas),
  ...atVersion(1, incidentEventSchemas),
  ...atVersion(1, alarmEventSchemas),
  AlarmRaised: { version: 2, schema: alarmEventSchemas.AlarmRaised },
};

/** `upcasters[type][v]` turns a payload of version v into one of version v + 1. */
const upcasters: Readonly<Record<string, Readonly<Record<number, (payload: unknown) => unknown>>>> = {
  AlarmRaised: { 1: upcastAlarmRaised1 },
};

/** A payload as stored, brought to the current version; unknown types and newer versions pass as they are. */
export function upcast(type: string, version: number, payload: unknown): unknown {
  if (!Object.hasOwn(eventSchemas, type)) return payload;
  const current = eventSchemas[type]?.version ?? version;
  let result = payload;
  for (let v = version; v < current; v += 1) result = upcasters[type]?.[v]?.(result) ?? result;
  return result;
}
