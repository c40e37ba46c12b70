/** A refusal of the desk, split to the fields it is about and put in words. */
import { errorText } from '#shared/contract/errorText.ts';
import { issueText } from '#shared/contract/issueText.ts';
import type { CommandIssue } from '#shared/domain/commandIssues.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { SaidError } from './useIntakeForm.ts';

export function refusalErrors(error: DeskError, plan: PlanPackage): SaidError[] {
  const issues = error.params['issues'];
  if (error.code === 'invalidCommand' && Array.isArray(issues) && issues.length > 0) {
    return (issues as CommandIssue[]).map((issue) => ({
      path: fieldPath(issue.path),
      text: issueText(issue, plan),
      namesField: true,
    }));
  }
  const { field, id } = error.params;
  const path = typeof field === 'string' ? field : '';
  const isOneOfMany = path === 'figures' && typeof id === 'string';
  return [{ path: fieldPath(isOneOfMany ? `${path}.${id}` : path), text: errorText(error, plan), namesField: true }];
}

/** Parts of a value (`occurredAt.at`, `figures.dead.n`) belong to the value's field. */
function fieldPath(path: string): string {
  const parts = path.split('.');
  const [head = ''] = parts;
  if (['details', 'figures', 'disposition'].includes(head)) return parts.slice(0, 2).join('.');
  if (head === 'conditions' || head === 'marks') return 'conditions';
  return head === 'durations' ? parts.slice(0, 3).join('.') : head;
}
