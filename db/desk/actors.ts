/** Who acts: an officer of this desk, the program itself, somebody not named yet, or somebody who is just signing in for the first time. */

import type { EntryActor } from '#db/log/envelope.ts';
import type { Command } from '#shared/domain/commands.ts';
import type { DeskState } from '#shared/domain/desk/desk.ts';
import { type Actor, SYSTEM_ACTOR, UNNAMED_ACTOR } from '#shared/domain/recorded.ts';

export function findActor(officerId: string, command: Command, desk: DeskState): Actor | null {
  if (officerId === SYSTEM_ACTOR.officerId) return SYSTEM_ACTOR;
  if (officerId === UNNAMED_ACTOR.officerId) return command.type === 'TakeCall' ? UNNAMED_ACTOR : null;
  const officer = desk.officers.find((candidate) => candidate.officerId === officerId);
  if (officer !== undefined) return officer;
  if (command.type !== 'AddOfficer' || command.officerId !== officerId) return null;
  return { officerId, name: command.name, post: command.post };
}

/** As they were at that moment; the role is the duty held. */
export function entryActor(actor: Actor, desk: DeskState): EntryActor {
  const held = desk.onDuty.filter(({ officerId }) => officerId === actor.officerId).map(({ duty }) => duty);
  const { officerId, name, post } = actor;
  return { officerId, name, post, role: held.length === 0 ? null : held.sort().join('+'), onBehalfOf: null };
}
