/** Whether the section about warnings agrees with itself and with the rest of the package [plan 3.4]. */
import { type Known, type PlanFault, unique } from './planFaults.ts';
import type { PlanPackage } from './schema.ts';
import type { Warnings } from './warningSection.ts';

export function checkWarnings(plan: PlanPackage, known: Known, faults: PlanFault[]): void {
  const { warnings } = plan;
  if (warnings === undefined) return;
  for (const part of ['sources', 'kinds', 'authorities', 'levels', 'grounds', 'recipients', 'actions'] as const)
    unique(warnings[part], `warnings.${part}`, faults);
  unique(
    warnings.actions.flatMap(({ items }) => items),
    'warnings.actions.items',
    faults,
  );
  unique(
    warnings.required.map(({ field }) => ({ id: field })),
    'warnings.required',
    faults,
  );
  known('unit', warnings.reportedTo.unit, 'warnings.reportedTo.unit');
  checkLevels(plan, warnings, known, faults);
  checkAuthorities(warnings, known);
  checkActions(warnings, known, faults);
  const areas = new Set(plan.areas.map(({ id }) => id));
  for (const [index, { area }] of warnings.recipients.entries()) {
    if (area !== undefined && !areas.has(area))
      faults.push({ path: `warnings.recipients.${index}.area`, reason: `no area is named "${area}"` });
  }
}

function checkLevels(plan: PlanPackage, warnings: Warnings, known: Known, faults: PlanFault[]): void {
  const authorities = new Set(warnings.authorities.map(({ id }) => id));
  const rank = (grade: string): number => plan.grades.findIndex(({ id }) => id === grade);
  let below = -1;
  for (const [index, { grade, inNameOf, approvedBy, issuedBy }] of warnings.levels.entries()) {
    const path = `warnings.levels.${index}`;
    known('grade', grade, `${path}.grade`);
    for (const [at, post] of approvedBy.entries()) known('post', post, `${path}.approvedBy.${at}`);
    for (const [at, post] of issuedBy.entries()) known('post', post, `${path}.issuedBy.${at}`);
    if (!authorities.has(inNameOf))
      faults.push({ path: `${path}.inNameOf`, reason: `no authority is named "${inNameOf}"` });
    if (rank(grade) >= 0 && rank(grade) <= below)
      faults.push({ path: `${path}.grade`, reason: `"${grade}" is not above the grade of the level below` });
    below = Math.max(below, rank(grade));
  }
}

function checkAuthorities({ authorities }: Warnings, known: Known): void {
  for (const [index, { releasedBy }] of authorities.entries()) {
    for (const [at, post] of releasedBy.entries())
      known('post', post, `warnings.authorities.${index}.releasedBy.${at}`);
  }
}

function checkActions({ actions, levels }: Warnings, known: Known, faults: PlanFault[]): void {
  for (const [index, { items }] of actions.entries()) {
    for (const [at, { doneBy, fromLevel }] of items.entries()) {
      const path = `warnings.actions.${index}.items.${at}`;
      for (const [by, id] of doneBy.entries()) known('party', id, `${path}.doneBy.${by}`);
      if (fromLevel !== undefined && !levels.some(({ id }) => id === fromLevel))
        faults.push({ path: `${path}.fromLevel`, reason: `no level of warnings is named "${fromLevel}"` });
    }
  }
}
