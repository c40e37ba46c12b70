/** What a warning says goes where nothing was typed yet: nothing is typed over [rules §6]. */
import { chosenFrom, listOf } from '#shared/domain/planChoices.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { IntakeForm } from './intakeForm.ts';

type FromWarning = { warningId: string; intake: { title: string; details: Readonly<Record<string, string>> } };

export function filledFrom(form: IntakeForm, { warningId, intake }: FromWarning, plan: PlanPackage): IntakeForm {
  const isEmpty = (id: string) => form.details[id] === undefined || form.details[id] === '';
  const added = Object.entries(intake.details)
    .filter(([id]) => isEmpty(id))
    .map(([id, said]) => [id, asTyped(plan, id, said)] as const);
  return {
    ...form,
    fromWarning: { warningId, title: intake.title },
    details: { ...form.details, ...Object.fromEntries(added) },
    disposition: { ...form.disposition, kind: 'open' },
  };
}

/** A choice of the plan by its label, as it stands in the field. */
function asTyped(plan: PlanPackage, id: string, said: string): string {
  const detail = plan.details.find((each) => each.id === id);
  const list = detail === undefined ? null : listOf(plan, detail);
  return (list === null ? undefined : chosenFrom(list, said)?.label) ?? said;
}
