/**
 * Every stream and every event there is: how a stream begins, how it evolves, and what its stored payloads look like.
 * A stored name is never renamed or reused; a changed shape raises its version here and gets an upcaster.
 */
import type { z } from 'zod';
import { alarmStreamOf, isAlarmStream } from './alarm/about.ts';
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
import { type ClueState, clueStream, evolveClue } from './warning/clue.ts';
import { clueEventSchemas, warningEventSchemas } from './warning/events.ts';
import { evolveWarning, type WarningState, warningStream } from './warning/warning.ts';

export { clueStream, warningStream };

/** What has no entry yet. */
export type EmptyStream = { kind: 'empty'; of: 'call' | 'incident' | 'clue' | 'warning' };
export type StreamState =
  | DeskState
  | DirectoryState
  | CallState
  | IncidentState
  | ClueState
  | WarningState
  | AlarmState
  | EmptyStream;

export const DESK_STREAM: StreamId = 'desk';
export const DIRECTORY_STREAM: StreamId = 'directory';
export const callStream = (callId: string): StreamId => `call/${callId}`;
export const incidentStream = (incidentId: string): StreamId => `incident/${incidentId}`;
export const alarmStream = (incidentId: string): StreamId => alarmStreamOf({ incidentId });

export function initialState(stream: StreamId): StreamState {
  if (stream === DESK_STREAM) return initialDesk;
  if (stream === DIRECTORY_STREAM) return initialDirectory;
  const kind = stream.slice(0, stream.indexOf('/'));
  if (isAlarmStream(stream)) return initialAlarms;
  if (kind === 'call' || kind === 'incident' || kind === 'clue' || kind === 'warning')
    return { kind: 'empty', of: kind };
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
    case 'clue':
      return evolveClue(state, event) ?? state;
    case 'warning':
      return evolveWarning(state, event) ?? state;
    case 'empty':
      return FIRST[state.of](event) ?? state;
  }
}

/** How each kind of stream begins. */
const FIRST: Readonly<Record<EmptyStream['of'], (event: RecordedEvent) => StreamState | null>> = {
  call: (event) => evolveCall(null, event),
  incident: (event) => evolveIncident(null, event),
  clue: (event) => evolveClue(null, event),
  warning: (event) => evolveWarning(null, event),
};

type EventSchema = { version: number; schema: z.ZodType };

const atVersion = (version: number, schemas: Record<string, z.ZodType>): Record<string, EventSchema> =>
  Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, { version, schema }]));

/** The current version of every event type. */
export const eventSchemas: Readonly<Record<string, EventSchema>> = {
  ...atVersion(1, deskEventSchemas),
  ...atVersion(1, directoryEventSchemas),
  ...atVersion(1, callEventSchemas),
  ...atVersion(1, incidentEventSchemas),
  ...atVersion(1, clueEventSchemas),
  ...atVersion(1, warningEventSchemas),
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
