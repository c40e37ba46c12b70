/** The part of the desk's fold that is about its people: who has a PIN, and which roles were set. */
import type { RecordedEvent } from '../recorded.ts';
import type { PeopleEventPayload, PeopleEventType } from './events.ts';
import type { Role } from './roles.ts';

export type PeopleState = {
  /** Since when, by officer; as the log knows it. Where the host has no secret to it, it was lost. */
  pins: Readonly<Record<string, number>>;
  /** As they were set; the others have those of their post. */
  roles: Readonly<Record<string, readonly Role[]>>;
};

export const initialPeople: PeopleState = { pins: {}, roles: {} };

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
    default:
      return state;
  }
}
