/**
 * The notice of an issue, a change or a release goes out with the act: it gets its 发文字号 there, and nobody signs it a
 * second time. What is issued in another authority's name bears neither this desk's head nor its numbers [DOC-3].
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { Warnings } from '#shared/plan/warningSection.ts';
import { ownUnit } from '../checks.ts';
import type { DecisionContext } from '../decision.ts';
import { nextDocumentNumber } from '../desk/nextDocumentNumber.ts';
import type { NewEvent } from '../recorded.ts';
import type { NoticeIssue } from './events.ts';

/** `document`: which of the warning's notices, v1, v2 … or end. */
type Going = { warningId: string; inNameOf: string; document: string };

export function goingNotice(
  plan: PlanPackage,
  warnings: Warnings,
  { warningId, inNameOf, document: documentId }: Going,
  context: DecisionContext,
): { notice: NoticeIssue; events: NewEvent[] } {
  const isOwn = speaksFor(plan, warnings, inNameOf);
  const { masthead, copies } = context.desk.papers;
  const { number, events } = isOwn
    ? nextDocumentNumber(context, plan.timeZone, { warningId, documentId })
    : { number: null, events: [] };
  const head = { masthead: isOwn ? masthead : null, copies: isOwn ? [...copies] : [], head: context.logHead };
  return { notice: { number, ...head }, events };
}

/** This desk issues in that authority's name: a post of its own unit may. */
export function speaksFor(plan: PlanPackage, { levels }: Warnings, authority: string): boolean {
  const own = ownUnit(plan);
  const posts = levels.filter(({ inNameOf }) => inNameOf === authority).flatMap(({ issuedBy }) => issuedBy);
  return plan.posts.some(({ id, unit }) => unit === own && posts.includes(id));
}
