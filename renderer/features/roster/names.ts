/** Names as typed and people as recorded: an officer where the name is one of the desk's, else the words. */
import type { OfficerRow } from '#shared/contract/rows.ts';
import type { RosterEntry, RosterPerson } from '#shared/domain/roster/events.ts';
import { shiftKey } from '#shared/domain/roster/roster.ts';
import type { RosterShift } from '#shared/domain/roster/view.ts';

/** By shift; what was not touched is left out. */
export type Typed = Readonly<Record<string, { watch?: string; lead?: string }>>;

export function nameOf(person: RosterPerson, officers: readonly OfficerRow[]): string {
  if (person === null) return '';
  if ('name' in person) return person.name;
  return officers.find(({ officerId }) => officerId === person.officerId)?.name ?? person.officerId;
}

/** Of two officers of one name neither is meant for certain: the words stand. */
export function personOf(text: string, officers: readonly OfficerRow[]): RosterPerson {
  const name = text.trim();
  if (name === '') return null;
  const [officer, ...others] = officers.filter((known) => known.name === name);
  return officer !== undefined && others.length === 0 ? { officerId: officer.officerId } : { name };
}

/** Shifts that differ from what stands. */
export function typedShifts(
  shifts: readonly RosterShift[],
  typed: Typed,
  officers: readonly OfficerRow[],
): RosterEntry[] {
  return shifts.flatMap((shift) => {
    const { date, start, watch, lead } = shift;
    const now = typed[shiftKey(shift)];
    if (now === undefined) return [];
    const entry = {
      date,
      start,
      watch: now.watch === undefined ? watch : personOf(now.watch, officers),
      lead: now.lead === undefined ? lead : personOf(now.lead, officers),
    };
    const isSame = JSON.stringify([watch, lead]) === JSON.stringify([entry.watch, entry.lead]);
    return isSame ? [] : [entry];
  });
}
