/** Units and people as given become what is stored: by id with the plan's label, or in words. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError, unknownItem } from './checks.ts';
import type { DeskError } from './errors.ts';
import type { PersonInput, StoredPerson, StoredUnit, UnitInput } from './parts.ts';

/** Member units and reporting units alike. */
export function unitErrors(
  plan: PlanPackage,
  field: string,
  units: readonly (UnitInput | undefined)[],
): DeskError | null {
  for (const unit of units) {
    if (typeof unit !== 'string') continue;
    const error = unknownItem(field, unit, [...plan.organisations, ...plan.units]);
    if (error !== null) return error;
  }
  return null;
}

/** After `unitErrors` found none. */
export function storedUnit(plan: PlanPackage, unit: UnitInput): StoredUnit {
  if (typeof unit !== 'string') return { id: null, name: unit.other };
  const known = [...plan.organisations, ...plan.units].find(({ id }) => id === unit);
  return { id: unit, name: known?.label ?? unit };
}

export const isSameUnit = (a: StoredUnit, b: StoredUnit): boolean =>
  a.id === null ? a.name === b.name : a.id === b.id;

export function storedPerson(plan: PlanPackage, { personId, name, phone, title, unit }: PersonInput): StoredPerson {
  return {
    personId,
    name,
    phone: phone ?? null,
    title: title ?? null,
    unit: unit === undefined ? null : storedUnit(plan, unit),
  };
}

/** One and the same in every part, e.g. a click twice. */
export const isEqual = (a: StoredValue, b: StoredValue): boolean => JSON.stringify(a) === JSON.stringify(b);
type StoredValue = StoredPerson | StoredUnit | readonly StoredUnit[] | string | null;

/** A unit named twice among these, by id or by name. */
export function unitTwice(field: string, units: readonly StoredUnit[]): DeskError | null {
  const twice = units.find((unit, index) => units.slice(0, index).some((other) => isSameUnit(other, unit)));
  return twice === undefined ? null : deskError('unitTwice', { field, name: twice.name });
}

/** Typed names: the same id, or the same name unless the phones tell them apart. */
export function isSamePerson(a: StoredPerson, b: StoredPerson): boolean {
  if (a.personId === b.personId) return true;
  return a.name === b.name && (a.phone === null || b.phone === null || a.phone === b.phone);
}

/** The plan says nothing of this part. */
export const notInPlan = (part: string): DeskError => deskError('notInPlan', { part });
