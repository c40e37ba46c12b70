/** What is wrong with a roster: shifts without somebody, and people on duty twice. Pure, shown and never forbidden. */
import type { Retired } from '../people/serving.ts';
import type { RosterPerson } from './events.ts';
import { type Rostered, shiftKey } from './roster.ts';
import type { Shift } from './shifts.ts';

export type RosterFault =
  | { kind: 'gap'; date: string; start: string; duty: 'watch' | 'lead' }
  /** One person on both duties of a shift, or on two shifts running. */
  | { kind: 'double'; date: string; start: string; person: NonNullable<RosterPerson>; why: 'both' | 'running' };

const NOBODY: Rostered = { watch: null, lead: null };
const idOf = (person: RosterPerson): string | null => {
  if (person === null) return null;
  return 'officerId' in person ? `id ${person.officerId}` : `name ${person.name}`;
};

const isSame = (a: RosterPerson, b: RosterPerson): boolean => a !== null && idOf(a) === idOf(b);

/** Who was to come and has left before it begins does not come. */
const coming = (person: RosterPerson, { startsAt }: Shift, retired: Retired): RosterPerson => {
  if (person === null || !('officerId' in person)) return person;
  const since = retired[person.officerId];
  return since !== undefined && since <= startsAt ? null : person;
};

/** `shifts` one after the other. */
export function rosterFaults(
  shifts: readonly Shift[],
  roster: Readonly<Record<string, Rostered>>,
  retired: Retired,
): RosterFault[] {
  const onShift = (shift: Shift | undefined): Rostered => {
    const named = shift === undefined ? undefined : roster[shiftKey(shift)];
    if (shift === undefined || named === undefined) return NOBODY;
    return { watch: coming(named.watch, shift, retired), lead: coming(named.lead, shift, retired) };
  };
  return shifts.flatMap((shift, index): RosterFault[] => {
    const { date, start } = shift;
    const { watch, lead } = onShift(shift);
    const before = onShift(shifts[index - 1]);
    const gaps = (['watch', 'lead'] as const).flatMap((duty): RosterFault[] =>
      ({ watch, lead })[duty] === null ? [{ kind: 'gap', date, start, duty }] : [],
    );
    const both: RosterFault[] =
      watch !== null && isSame(watch, lead) ? [{ kind: 'double', date, start, person: watch, why: 'both' }] : [];
    // Who leads by phone may lead for days; who sits at the desk may not.
    const running: RosterFault[] =
      watch !== null && isSame(watch, before.watch)
        ? [{ kind: 'double', date, start, person: watch, why: 'running' }]
        : [];
    return [...gaps, ...both, ...running];
  });
}
