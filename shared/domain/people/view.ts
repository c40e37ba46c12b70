/** What is shown of the desk's people. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { DeskState } from '../desk/desk.ts';
import { type Role, rolesOf } from './roles.ts';

export type PeopleView = {
  roles: Readonly<Record<string, readonly Role[]>>;
  pins: Readonly<Record<string, number>>;
};

export const viewPeople = (desk: DeskState, plan: PlanPackage | null): PeopleView => ({
  roles: Object.fromEntries(desk.officers.map(({ officerId }) => [officerId, rolesOf(officerId, desk, plan)])),
  pins: desk.people.pins,
});
