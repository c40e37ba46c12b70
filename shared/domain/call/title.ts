/** A short name for an incident from what the first call said: where, and what happened there. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { ReportedFacts } from '../incident/events.ts';

const LONGEST_PLACE = 24;

export function titleFrom(plan: PlanPackage, reported: ReportedFacts): string {
  const happened = plan.conditions.filter(({ id }) => reported.conditions[id] === 'yes').map(({ label }) => label);
  const place = placeIn(plan, reported) || '地点待核';
  return happened.length === 0 ? `${place}突发事件` : `${place} ${happened.join('、')}`;
}

/** The area, and the first of the words that say where. */
function placeIn(plan: PlanPackage, { details }: ReportedFacts): string {
  const where = plan.details.filter(({ group }) => group === 'where');
  const areas = where.filter(({ input }) => input === 'area').map(({ id }) => areaLabel(plan, details[id] ?? null));
  const words = where.filter(({ input }) => input !== 'area').map(({ id }) => details[id] ?? null);
  const area = areas.find((text) => text !== null) ?? '';
  const place = words.find((text) => text !== null) ?? '';
  return shortened(place.startsWith(area) ? place : area + place);
}

function areaLabel(plan: PlanPackage, value: string | null): string | null {
  return plan.areas.find(({ id }) => id === value)?.label ?? value;
}

function shortened(text: string): string {
  const line = text.split(/[\n，。；,;]/)[0] ?? text;
  return line.length <= LONGEST_PLACE ? line : `${line.slice(0, LONGEST_PLACE - 1)}…`;
}
