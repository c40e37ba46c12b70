/** A short name for an incident from what the first call said: where, and what happened there. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { ReportedFacts } from '../incident/events.ts';

const LONGEST_PLACE = 24;

export function titleFrom(plan: PlanPackage, reported: ReportedFacts): string {
  const where = plan.details
    .filter(
      (detail) =>
        detail.group === 'where' && (detail.input === 'text' || detail.input === 'longText' || detail.input === 'area'),
    )
    .map((detail) => labelOf(plan, reported.details[detail.id] ?? null))
    .find((text) => text !== null);
  const happened = plan.conditions.filter(({ id }) => reported.conditions[id] === 'yes').map(({ label }) => label);
  const place = where === undefined ? '地点待核' : shortened(where ?? '');
  return happened.length === 0 ? `${place}突发事件` : `${place} ${happened.join('、')}`;
}

function labelOf(plan: PlanPackage, value: string | null): string | null {
  return plan.areas.find(({ id }) => id === value)?.label ?? value;
}

function shortened(text: string): string {
  const line = text.split(/[\n，。；,;]/)[0] ?? text;
  return line.length <= LONGEST_PLACE ? line : `${line.slice(0, LONGEST_PLACE - 1)}…`;
}
