/** One item of the plan's checklists as it stands now. */
import { clockGradeAt } from '#shared/plan/engine/criteria.ts';
import type { ChecklistItem } from '#shared/plan/responseSections.ts';
import { deskError } from '../checks.ts';
import type { DecisionContext } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { currentNow, type Subject } from '../incident/onIncident.ts';
import type { ChecklistItemRow } from '../responseRows.ts';
import { checklistsOf } from './checklists.ts';

export type ItemNow = { item: ChecklistItem; row: ChecklistItemRow; responseId: string | null };

/** On a list that applies, or why it is on none. */
export function itemNow(subject: Subject, context: DecisionContext, id: string, field: string): ItemNow | DeskError {
  const { plan, state } = subject;
  const item = plan.checklists.flatMap(({ items }) => items).find((each) => each.id === id);
  if (item === undefined) return deskError('unknownPlanItem', { field, id });
  const { grade } = clockGradeAt(plan, currentNow(subject, context), context.now);
  for (const { because, items } of checklistsOf(plan, state, grade)) {
    const row = items.find((each) => each.id === id);
    if (row !== undefined) return { item, row, responseId: because.kind === 'level' ? because.responseId : null };
  }
  return deskError('itemNotOnList', { field, label: item.label }, item.clause);
}
