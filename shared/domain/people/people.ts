/** The part of the desk's fold that is about its people: who has a PIN, and which roles were set. */
import type { RecordedEvent } from '../recorded.ts';
import type { PeopleEventPayload, PeopleEventType } from './events.ts';
import { INITIAL_LOCK, type LockSettings } from './lock.ts';
import type { Role } from './roles.ts';
import type { Retired } from './serving.ts';

export type PeopleState = {
  /** Since when, by officer; as the log knows it. Where the host has no secret to it, it was lost. */
  pins: Readonly<Record<string, number>>;
  /** As they were set; the others have those of their post. */
  roles: Readonly<Record<string, readonly Role[]>>;
  /** Who has left. */
  retired: Retired;
  lock: LockSettings;
  /** Calls taken at a locked screen, oldest first. */
  unclaimed: readonly { callId: string; at: number }[];
};

export const initialPeople: PeopleState = { pins: {}, roles: {}, retired: {}, lock: INITIAL_LOCK, unclaimed: [] };

export function evolvePeople(state: PeopleState, event: RecordedEvent): PeopleState {
  switch (event.type as PeopleEventType) {
    case 'PinSet': {
      const { officerId } = event.payload as PeopleEventPayload<'PinSet'>;
      return { ...state, pins: { ...state.pins, [officerId]: event.recordedAt } };
    }
    case 'PinReset': {
      const { officerId } = event.payload as PeopleEventPayload<'PinReset'>;
      const { [officerId]: _, ...pins } = state.pins;
      return { ...state, pins };
    }
    case 'OfficerRetired': {
      const { officerId } = event.payload as PeopleEventPayload<'OfficerRetired'>;
      return { ...state, retired: { ...state.retired, [officerId]: event.recordedAt } };
    }
    case 'OfficerReinstated': {
      const { officerId } = event.payload as PeopleEventPayload<'OfficerReinstated'>;
      const { [officerId]: _, ...retired } = state.retired;
      return { ...state, retired };
    }
    case 'RolesSet': {
      const { officerId, roles } = event.payload as PeopleEventPayload<'RolesSet'>;
      return { ...state, roles: { ...state.roles, [officerId]: roles } };
    }
    case 'LockSettingsSet': {
      const lock = event.payload as PeopleEventPayload<'LockSettingsSet'>;
      return { ...state, lock };
    }
    case 'UnnamedCallTaken': {
      const { callId } = event.payload as PeopleEventPayload<'UnnamedCallTaken'>;
      return { ...state, unclaimed: [...state.unclaimed, { callId, at: event.recordedAt }] };
    }
    case 'CallClaimed': {
      const { callId } = event.payload as PeopleEventPayload<'CallClaimed'>;
      return { ...state, unclaimed: state.unclaimed.filter((call) => call.callId !== callId) };
    }
    default:
      return state;
  }
}
