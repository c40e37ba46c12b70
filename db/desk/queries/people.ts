/** Officers as the log knows them besides name and post: roles, and since when there is a PIN. */
import type { PeopleRow } from '#shared/contract/rows.ts';
import type { DeskState } from '#shared/domain/desk/desk.ts';
import { viewPeople } from '#shared/domain/people/view.ts';
import type { Plans } from '../plans.ts';

export const peopleRow = (desk: DeskState, plans: Pick<Plans, 'byHash'>): PeopleRow =>
  viewPeople(desk, desk.plan === null ? null : (plans.byHash(desk.plan.hash)?.plan ?? null));
