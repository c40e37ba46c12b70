/** Whether the sections about who acts in a response agree with the rest of the package [plan 2.1, 2.2, 4.2–4.7, 5]. */
import { type Known, type PlanFault, unique } from './planFaults.ts';
import type { PlanPackage } from './schema.ts';

export function checkResponse(plan: PlanPackage, known: Known, faults: PlanFault[]): void {
  checkGroups(plan, known, faults);
  checkChecklists(plan, known, faults);
  checkCommand(plan, known, faults);
  checkPublicity(plan, known, faults);
  unique(plan.legalTerms, 'legalTerms', faults);
  for (const [index, term] of plan.legalTerms.entries()) {
    each(term.grades, (grade, at) => known('grade', grade, `legalTerms.${index}.grades.${at}`));
  }
}

function each(ids: readonly string[] | undefined, check: (id: string, at: number) => void): void {
  for (const [at, id] of (ids ?? []).entries()) check(id, at);
}

function checkGroups(plan: PlanPackage, known: Known, faults: PlanFault[]): void {
  const units = new Set(plan.units.map(({ id }) => id));
  for (const [index, organisation] of plan.organisations.entries()) {
    const path = `organisations.${index}`;
    if (units.has(organisation.id))
      faults.push({ path: `${path}.id`, reason: `"${organisation.id}" is already a unit` });
  }
  unique(plan.groups, 'groups', faults);
  for (const [index, { lead, deputies, members }] of plan.groups.entries()) {
    const path = `groups.${index}`;
    known('organisation', lead.organisation, `${path}.lead.organisation`);
    each(deputies, (id, at) => known('organisation', id, `${path}.deputies.${at}`));
    each(members, (id, at) => known('organisation', id, `${path}.members.${at}`));
    const seen = new Set<string>();
    for (const id of [lead.organisation, ...deputies, ...members]) {
      if (seen.has(id)) faults.push({ path, reason: `"${id}" is in it twice` });
      seen.add(id);
    }
  }
  for (const [index, level] of plan.levels.entries()) {
    if (level.groups === 'atOnce' && plan.groups.length === 0)
      faults.push({ path: `levels.${index}.groups`, reason: 'there are no groups to set up at once' });
  }
}

function checkPublicity({ publicity }: PlanPackage, known: Known, faults: PlanFault[]): void {
  if (publicity === undefined) return;
  unique(publicity.kinds, 'publicity.kinds', faults);
  unique(publicity.channels, 'publicity.channels', faults);
  each(publicity.approval.approvedBy, (post, at) => known('post', post, `publicity.approval.approvedBy.${at}`));
}

function checkChecklists(plan: PlanPackage, known: Known, faults: PlanFault[]): void {
  unique(plan.checklists, 'checklists', faults);
  unique(
    plan.checklists.flatMap((list) => list.items),
    'checklists.items',
    faults,
  );
  for (const [index, { when, items }] of plan.checklists.entries()) {
    const path = `checklists.${index}`;
    if (when.kind === 'level') known('level', when.level, `${path}.when.level`);
    if (when.kind === 'condition') each(when.anyOf, (id, at) => known('condition', id, `${path}.when.anyOf.${at}`));
    for (const [at, item] of items.entries()) {
      each(item.doneBy, (id, by) => known('party', id, `${path}.items.${at}.doneBy.${by}`));
      each(item.grades, (grade, of) => known('grade', grade, `${path}.items.${at}.grades.${of}`));
    }
  }
}

function checkCommand({ onScene, superior, posts }: PlanPackage, known: Known, faults: PlanFault[]): void {
  each(onScene?.headNamedBy, (id, at) => known('post', id, `onScene.headNamedBy.${at}`));
  each(onScene?.groupsChangedBy, (id, at) => known('post', id, `onScene.groupsChangedBy.${at}`));
  each(superior?.reinforcedBy, (id, at) => known('unit', id, `superior.reinforcedBy.${at}`));
  each(superior?.takenOverBy, (id, at) => {
    const path = `superior.takenOverBy.${at}`;
    known('unit', id, path);
    if (!posts.some(({ unit }) => unit === id))
      faults.push({ path, reason: `no post of "${id}" is listed, so nobody could decide there` });
  });
}
