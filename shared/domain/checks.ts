/** What every decision checks the same way: ids against the plan, numbers against their figure, texts against lists. */
import type { Quantity } from '#shared/plan/facts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { DeskError, DeskErrorCode } from './errors.ts';

export function deskError(code: DeskErrorCode, params: Record<string, unknown> = {}, clause?: string): DeskError {
  return clause === undefined ? { code, params } : { code, clause, params };
}

export function firstError(...errors: readonly (DeskError | null)[]): DeskError | null {
  return errors.find((error) => error !== null) ?? null;
}

type Listed = readonly { readonly id: string }[];

/** `field` is the path of the command's field, as the officer's form and a scenario file name it. */
export function unknownItem(field: string, id: string, known: Listed): DeskError | null {
  return known.some((item) => item.id === id) ? null : deskError('unknownPlanItem', { field, id });
}

export function unknownItems(field: string, ids: readonly string[], known: Listed): DeskError | null {
  return firstError(...ids.map((id) => unknownItem(field, id, known)));
}

export const ownUnit = (plan: PlanPackage): string =>
  (plan.units.find((unit) => unit.ownDesk === true) as { id: string }).id;

/** Whole persons are not counted in halves. */
export function figureErrors(plan: PlanPackage, figures: Readonly<Record<string, Quantity>>): DeskError | null {
  const unknown = unknownItems('figures', Object.keys(figures), plan.figures);
  if (unknown !== null) return unknown;
  for (const [id, quantity] of Object.entries(figures)) {
    const whole = plan.figures.some((figure) => figure.id === id && figure.integer);
    if (whole && !numbersOf(quantity).every(Number.isInteger)) {
      return deskError('notAnInteger', { field: 'figures', id });
    }
  }
  return null;
}

function numbersOf(quantity: Quantity): number[] {
  if (quantity.kind === 'unknown') return [];
  return quantity.kind === 'range' ? [quantity.from, quantity.to] : [quantity.n];
}

type Details = Readonly<Record<string, string | null>>;

/** Objects decide the scope, so they come from the package's list; areas and media may be any words. */
export function detailErrors(plan: PlanPackage, details: Details): DeskError | null {
  const unknown = unknownItems('details', Object.keys(details), plan.details);
  if (unknown !== null) return unknown;
  return firstError(
    ...objectsIn(plan, details).map(([id, value]) => unknownItem(`details.${id}`, value, plan.scope.objects)),
  );
}

/** Details that name an object of the package's list, by detail id. */
export function objectsIn(plan: PlanPackage, details: Details): [detail: string, object: string][] {
  return Object.entries(details).flatMap(([id, value]): [string, string][] => {
    const isObject = plan.details.some((detail) => detail.id === id && detail.input === 'object');
    return isObject && value !== null ? [[id, value]] : [];
  });
}

/** A picked item may be written by its label too; what is stored is its id. */
export function withItemIds(plan: PlanPackage, details: Details): Record<string, string | null> {
  const lists: Readonly<Record<string, readonly { id: string; label: string }[]>> = {
    area: plan.areas,
    object: plan.scope.objects,
    medium: plan.scope.media,
  };
  return Object.fromEntries(
    Object.entries(details).map(([id, value]) => {
      const input = plan.details.find((detail) => detail.id === id)?.input ?? 'text';
      return [id, lists[input]?.find((item) => item.label === value)?.id ?? value];
    }),
  );
}
