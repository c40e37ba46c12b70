/** Officers who are offered for signing in, duty and roster: all but those who have left [PEOPLE-7]. */
import type { Instant } from '#shared/plan/facts.ts';

/** Since when, by officer. */
export type Retired = Readonly<Record<string, Instant>>;

type Desk<Officer> = { officers: readonly Officer[]; people: { retired: Retired } };

export const isRetired = (officerId: string, { people }: Pick<Desk<never>, 'people'>): boolean =>
  people.retired[officerId] !== undefined;

export const servingOfficers = <Officer extends { officerId: string }>(desk: Desk<Officer>): Officer[] =>
  desk.officers.filter(({ officerId }) => !isRetired(officerId, desk));
