/** After the end: until when late casualties are reported still, and what the law sets for others [plan 5, 493]. */

import type { Assessment } from '#shared/plan/assessment.ts';
import { endOfDayAfter } from '#shared/plan/engine/timing.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { IncidentState } from '../incident/incident.ts';
import type { AfterwardsRow } from '../responseRows.ts';
import { endedAt } from '../work/checklists.ts';

export function afterwardsRow(plan: PlanPackage, state: IncidentState, assessment: Assessment): AfterwardsRow | null {
  const ended = endedAt(state);
  if (ended === null) return null;
  const { clockStart } = assessment.times;
  const dayEnd = (days: number) => endOfDayAfter(clockStart.at, days, plan.timeZone);
  return {
    endedAt: ended,
    supplement: plan.reportingRules.flatMap(({ id, trigger }) => {
      if (trigger.kind !== 'lateCasualtyChange') return [];
      const { untilDay, flagged } = trigger;
      const isFlagged = flagged !== undefined && assessment.conditions[flagged.condition] === 'yes';
      return [
        {
          rule: id,
          until: dayEnd(untilDay),
          flaggedFrom: isFlagged ? dayEnd(flagged.afterDay) : null,
          flaggedBy: isFlagged ? flagged.condition : null,
        },
      ];
    }),
    terms: plan.legalTerms
      .filter(({ grades }) => grades === undefined || grades.includes(assessment.clockGrade))
      .map(({ id, daysAfterOccurrence: days }) => ({ id, until: days === undefined ? null : dayEnd(days) })),
  };
}
