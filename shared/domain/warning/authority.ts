/**
 * Who approves, issues and releases a warning. The highest level it ever stood at rules it, so that whoever issued it
 * answers for it until it is released (谁发布、谁解除) [plan 3.4.2, 3.4.4; ERL 70].
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { WarningAuthority, WarningLevel, Warnings } from '#shared/plan/warningSection.ts';
import { deskError } from '../checks.ts';
import type { DeskError } from '../errors.ts';
import { alsoHeld, mayError } from '../response/authority.ts';

export const warningRank = ({ levels }: Warnings, level: string | null): number =>
  levels.findIndex(({ id }) => id === level);

export const warningLevelOf = ({ levels }: Warnings, level: string): WarningLevel | null =>
  levels.find(({ id }) => id === level) ?? null;

/** Of two levels the higher one. */
export const higherLevel = (warnings: Warnings, a: string, b: string): string =>
  warningRank(warnings, a) >= warningRank(warnings, b) ? a : b;

export function approvalError(plan: PlanPackage, level: WarningLevel, post: string): DeskError | null {
  return mayError(plan, post, level.approvedBy, level.clause, 'approval.post');
}

export function issuerError(plan: PlanPackage, level: WarningLevel, post: string): DeskError | null {
  return mayError(plan, post, level.issuedBy, level.clause, 'issuer.post');
}

/** Only the authority in whose name it was issued releases it. */
export function releaseError(
  plan: PlanPackage,
  { release }: Warnings,
  authority: WarningAuthority,
  post: string,
): DeskError | null {
  const { releasedBy: may, id } = authority;
  const lacking = mayError(plan, post, may, release.clause, 'decision.post');
  if (lacking?.code !== 'noAuthority') return lacking;
  const params = { field: 'decision.post', post, authority: id, may: [...may], alsoHolds: alsoHeld(plan, post, may) };
  return deskError('notTheIssuer', params, release.clause);
}
