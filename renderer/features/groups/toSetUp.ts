/** The plan's groups that do not stand yet. */
import type { GroupRow } from '#shared/contract/rows.ts';
import type { PlanGroup } from '#shared/plan/responseSections.ts';

export const groupsToSetUp = (
  { groups }: { groups: readonly PlanGroup[] },
  standing: readonly Pick<GroupRow, 'planGroup' | 'state'>[],
): PlanGroup[] =>
  groups.filter(({ id }) => !standing.some(({ planGroup, state }) => planGroup === id && state !== 'dissolved'));
