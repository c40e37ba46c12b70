/** Which open incident this call may be about: the same area or the same words for the place. A suggestion, no more. */
import { chosenFrom, listOf } from '#shared/domain/planChoices.ts';
import type { IncidentRow } from '#shared/domain/rows.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { type IntakeForm } from './intakeForm.ts';

/** Shorter common words (镇, 公里, 附近) say nothing about a place. */
const SHORTEST_WORDS = 4;

export function similarIncident(
  plan: PlanPackage,
  form: Pick<IntakeForm, 'details'>,
  open: readonly IncidentRow[],
): IncidentRow | null {
  const where = plan.details.filter(({ group }) => group === 'where');
  const scored = open.map((incident) => {
    const score = where.reduce((sum, detail) => {
      const list = listOf(plan, detail);
      const typed = idOf(list, form.details[detail.id] ?? '');
      const known = idOf(list, incident.details[detail.id]?.value ?? '');
      if (typed === '' || known === '') return sum;
      if (list !== null) return sum + (typed === known ? 1 : -10);
      return sum + (haveCommonWords(typed, known) ? 2 : 0);
    }, 0);
    return { incident, score };
  });
  const [best] = scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  return best?.incident ?? null;
}

function idOf(list: ReturnType<typeof listOf>, text: string): string {
  return (list === null ? undefined : chosenFrom(list, text)?.id) ?? text.trim();
}

function haveCommonWords(a: string, b: string): boolean {
  for (let from = 0; from + SHORTEST_WORDS <= a.length; from += 1) {
    if (b.includes(a.slice(from, from + SHORTEST_WORDS))) return true;
  }
  return false;
}
