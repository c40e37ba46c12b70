/** Every event type ever shipped stays readable, and every one has a place in its fold. */
import { describe, expect, test } from 'vitest';
import type { RecordedEvent } from './recorded.ts';
import { eventSchemas, evolve, initialState, upcast } from './streams.ts';
import frozen from './testing/frozenEvents.v1.json' with { type: 'json' };
import { ACTOR } from './testing/testDesk.ts';

const STREAM_OF: Readonly<Record<string, string>> = {
  DeskSetUp: 'desk',
  OfficerAdded: 'desk',
  DutyTaken: 'desk',
  DocumentSettingsSet: 'desk',
  DocumentNumbered: 'desk',
  AttentionMarksSet: 'desk',
  DutyHandedOver: 'desk',
  RosterSet: 'desk',
  DutySettingsSet: 'desk',
  ZeroReported: 'desk',
  RolesSet: 'desk',
  OfficerRetired: 'desk',
  OfficerReinstated: 'desk',
  LockSettingsSet: 'desk',
  UnnamedCallTaken: 'desk',
  CallClaimed: 'desk',
  PinSet: 'desk',
  PinReset: 'desk',
  SelfCheckPassed: 'desk',
  SelfCheckFailed: 'desk',
  CallTaken: 'call/c1',
  AlarmRaised: 'alarm/i1',
  AlarmAcknowledged: 'alarm/i1',
  AlarmJoined: 'alarm/i1',
  AlarmSilenced: 'alarm/i1',
  ContactAdded: 'directory',
  ContactChanged: 'directory',
  ContactConfirmed: 'directory',
  ContactRemoved: 'directory',
  ContactCalled: 'directory',
  ContactImportStarted: 'directory',
  ContactsStaged: 'directory',
  ContactImportFinished: 'directory',
  ContactImportCancelled: 'directory',
  ContactImportUndone: 'directory',
  ClockJumped: 'desk',
  ClockJumpAcknowledged: 'desk',
};
/** What the upcasters put to a first payload. */
const ADDED_SINCE: Readonly<Record<string, object>> = { AlarmRaised: { kind: 'alarm', calledAt: null } };

const recorded = (type: string, payload: unknown, position = 1): RecordedEvent => ({
  entryId: `e${position}`,
  stream: STREAM_OF[type] ?? 'incident/i1',
  type,
  payload,
  recordedAt: 1385061000000 + position,
  actor: ACTOR,
  position,
});

test('every event type has a frozen payload of version 1', () => {
  expect(Object.keys(frozen).sort()).toEqual(Object.keys(eventSchemas).sort());
});

describe('payloads as first shipped', () => {
  test.each(Object.entries(frozen))('%s reads as it was', (type, payload) => {
    const current = upcast(type, 1, payload);
    expect(eventSchemas[type]?.schema.parse(current)).toEqual({ ...payload, ...ADDED_SINCE[type] });
  });

  test.each(Object.entries(frozen).filter(([type]) => STREAM_OF[type] === undefined))(
    '%s keeps its place in the incident',
    (type, payload) => {
      const opened = evolve(initialState('incident/i1'), recorded('IncidentOpened', frozen.IncidentOpened));
      const state = evolve(opened, recorded(type, payload, 2));
      expect(state.kind === 'incident' && state.entries.map((entry) => entry.type)).toEqual(['IncidentOpened', type]);
    },
  );
});

describe('what this program does not know', () => {
  test('is carried by an incident and says nothing to the engine', () => {
    const opened = evolve(initialState('incident/i1'), recorded('IncidentOpened', frozen.IncidentOpened));
    for (const type of ['WarpDriveEngaged', 'constructor', 'toString']) {
      const state = evolve(opened, recorded(type, { x: 1 }, 2));
      if (state.kind !== 'incident' || opened.kind !== 'incident') throw new Error('no incident');
      expect(state.entries).toHaveLength(2);
      expect(state.facts).toEqual(opened.facts);
      expect(upcast(type, 3, { x: 1 })).toEqual({ x: 1 });
    }
  });

  test('leaves desk, calls and alarms as they are', () => {
    for (const stream of ['desk', 'directory', 'call/c1', 'alarm/i1']) {
      const state = initialState(stream);
      expect(evolve(state, { ...recorded('WarpDriveEngaged', {}), stream })).toEqual(state);
    }
  });

  test('a stream of an unknown kind is refused', () => {
    expect(() => initialState('planet/earth')).toThrow('planet/earth');
    expect(initialState('incident/a/b')).toEqual({ kind: 'empty', of: 'incident' });
  });
});
