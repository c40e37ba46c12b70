/** Whoever administers the desk says when it locks, and whether a name alone is enough. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';

export function setLockSettings(command: CommandOf<'SetLockSettings'>, { desk }: DecisionContext): Decision {
  const { idleMinutes, pinRequired } = command;
  const now = desk.people.lock;
  if (now.idleMinutes === idleMinutes && now.pinRequired === pinRequired) {
    return rejected(deskError('nothingChanged', { field: 'idleMinutes' }));
  }
  return accepted([{ stream: 'desk', type: 'LockSettingsSet', payload: { idleMinutes, pinRequired } }]);
}
