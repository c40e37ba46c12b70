/**
 * A locked screen: board, clocks, wall and alarms go on; a call is taken without a name and claimed by one afterwards;
 * everything else asks for a PIN [PEOPLE-5, PEOPLE-6].
 */
import { z } from 'zod';
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';

const MOST_MINUTES = 240;
export const idleMinutesSchema = z.number().int().min(1).max(MOST_MINUTES).nullable();

export type LockSettings = { idleMinutes: number | null; pinRequired: boolean };
/** A night watch looks more than it types. */
export const INITIAL_LOCK: LockSettings = { idleMinutes: 30, pinRequired: false };

export function setLockSettings(command: CommandOf<'SetLockSettings'>, { desk }: DecisionContext): Decision {
  const { idleMinutes, pinRequired } = command;
  const now = desk.people.lock;
  if (now.idleMinutes === idleMinutes && now.pinRequired === pinRequired) {
    return rejected(deskError('nothingChanged', { field: 'idleMinutes' }));
  }
  return accepted([{ stream: 'desk', type: 'LockSettingsSet', payload: { idleMinutes, pinRequired } }]);
}

export function claimCall({ callId }: CommandOf<'ClaimCall'>, { desk }: DecisionContext): Decision {
  const isOpen = desk.people.unclaimed.some((call) => call.callId === callId);
  if (!isOpen) return rejected(deskError('callNotUnnamed', { field: 'callId', id: callId }));
  return accepted([{ stream: 'desk', type: 'CallClaimed', payload: { callId } }]);
}
