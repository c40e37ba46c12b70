/** What is shown of the desk's people. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { DeskState } from '../desk/desk.ts';
import type { LockSettings } from './lock.ts';
import { type Role, rolesOf } from './roles.ts';
import type { Retired } from './serving.ts';

export type PeopleView = {
  /** Everybody's, as set or as their post brings. */
  roles: Readonly<Record<string, readonly Role[]>>;
  /** Since when who has a PIN; whether its secret is still there only the host can say. */
  pins: Readonly<Record<string, number>>;
  /** Since when who has left. */
  retired: Retired;
  lock: LockSettings;
  unclaimed: readonly { callId: string; at: number }[];
};

export const viewPeople = (desk: DeskState, plan: PlanPackage | null): PeopleView => ({
  roles: Object.fromEntries(desk.officers.map(({ officerId }) => [officerId, rolesOf(officerId, desk, plan)])),
  pins: desk.people.pins,
  retired: desk.people.retired,
  lock: desk.people.lock,
  unclaimed: desk.people.unclaimed,
});
