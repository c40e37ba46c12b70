/** The rows of the right column: what is unmet, most urgent first; rows of one rule that run alike share a line. */
import { rankObligations } from '#shared/domain/board.ts';
import { isUnmet } from '#shared/domain/questions.ts';
import type { Assessment, Obligation } from '#shared/plan/assessment.ts';

export type ClockLine = { first: Obligation; to: string[] };

export function linesOf(assessment: Assessment): ClockLine[] {
  const lines = new Map<string, ClockLine>();
  for (const row of rankObligations(assessment.obligations.filter(isUnmet))) {
    const key = [row.rule, row.state, row.trigger, row.dueAt].join(' ');
    const line = lines.get(key) ?? { first: row, to: [] };
    if (row.to !== null) line.to.push(row.to);
    lines.set(key, line);
  }
  return [...lines.values()];
}
