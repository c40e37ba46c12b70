/** What an obligation's clock runs from, as a word; an unknown time of occurrence has another credible time stand in. */
import type { ReportingRule } from '#shared/plan/schema.ts';

export type TriggerWord = ReportingRule['trigger']['kind'] | 'assumed';

export function triggerWord(rule: ReportingRule | undefined, isAssumed: boolean): TriggerWord {
  const kind = rule?.trigger.kind ?? 'arising';
  return kind === 'occurrence' && isAssumed ? 'assumed' : kind;
}
