/**
 * The door for plan packages: shape first, then whether the parts agree. A faulty package is refused with every fault
 * at once, each with its path and reason, so that its author can mend it in one go.
 */
import { z } from 'zod';
import { checkCallTrees } from './checkCallTrees.ts';
import { checkResponse } from './checkResponse.ts';
import { checkWarnings } from './checkWarnings.ts';
import { type Known, type Names, type PlanFault, unique } from './planFaults.ts';
import { type PlanPackage, planPackageSchema } from './schema.ts';

export type { PlanFault };

export type ParsedPlan =
  | { readonly ok: true; readonly plan: PlanPackage }
  | { readonly ok: false; readonly faults: readonly PlanFault[] };

export function parsePlanPackage(raw: unknown): ParsedPlan {
  const parsed = planPackageSchema.safeParse(raw);
  if (!parsed.success) {
    return {
      ok: false,
      faults: parsed.error.issues.map((issue) => ({ path: pathText(issue.path), reason: issue.message })),
    };
  }
  const faults = inconsistencies(parsed.data);
  return faults.length === 0 ? { ok: true, plan: parsed.data } : { ok: false, faults };
}

/** The JSON Schema of a package, for authors' editors. */
export const planPackageJsonSchema = (): unknown => z.toJSONSchema(planPackageSchema, { io: 'input' });

function pathText(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

function inconsistencies(plan: PlanPackage): PlanFault[] {
  const faults: PlanFault[] = [];
  const names: Names = {
    unit: unique(plan.units, 'units', faults),
    post: unique(plan.posts, 'posts', faults),
    detail: unique(plan.details, 'details', faults),
    figure: unique(plan.figures, 'figures', faults),
    condition: unique(plan.conditions, 'conditions', faults),
    duration: unique(plan.durations, 'durations', faults),
    mark: unique(plan.marks, 'marks', faults),
    switch: unique(plan.switches, 'switches', faults),
    grade: unique(plan.grades, 'grades', faults),
    level: unique(plan.levels, 'levels', faults),
    reportKind: unique(plan.reportKinds, 'reportKinds', faults),
    organisation: unique(plan.organisations, 'organisations', faults),
    party: new Set([...plan.units, ...plan.organisations].map(({ id }) => id)),
  };
  unique(plan.areas, 'areas', faults);
  unique(plan.prompts, 'prompts', faults);
  unique(plan.reportingRules, 'reportingRules', faults);
  unique(plan.initialReportElements, 'initialReportElements', faults);
  unique(plan.followUpElements, 'followUpElements', faults);
  unique(plan.finalReportElements, 'finalReportElements', faults);
  unique(plan.scope.objects, 'scope.objects', faults);
  unique(plan.scope.media, 'scope.media', faults);
  unique(plan.termination.conditions, 'termination.conditions', faults);
  unique(
    [...plan.grades, ...plan.levels].flatMap((step) => step.criteria),
    'criteria',
    faults,
  );

  const known: Known = (kind, id, path) => {
    if (id !== undefined && !names[kind].has(id)) faults.push({ path, reason: `no ${kind} is named "${id}"` });
  };

  checkZone(plan.timeZone, faults);
  checkBasics(plan, known, faults);
  checkSteps(plan, known, faults);
  checkRules(plan, known, faults);
  checkResponse(plan, known, faults);
  checkWarnings(plan, known, faults);
  checkCallTrees(plan, known, faults);
  return faults;
}

function checkZone(timeZone: string, faults: PlanFault[]): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    faults.push({ path: 'timeZone', reason: `"${timeZone}" is not a known time zone` });
  }
}

function checkBasics(plan: PlanPackage, known: Known, faults: PlanFault[]): void {
  const own = plan.units.filter((unit) => unit.ownDesk);
  if (own.length !== 1)
    faults.push({ path: 'units', reason: `exactly one unit must have ownDesk, found ${own.length}` });
  for (const [index, unit] of plan.units.entries()) known('unit', unit.standingBodyOf, `units.${index}.standingBodyOf`);
  for (const [index, post] of plan.posts.entries()) known('unit', post.unit, `posts.${index}.unit`);
  for (const [index, figure] of plan.figures.entries()) known('figure', figure.partOf, `figures.${index}.partOf`);
  for (const [index, condition] of plan.conditions.entries()) {
    for (const [at, id] of condition.implies.entries()) known('condition', id, `conditions.${index}.implies.${at}`);
  }
  for (const [index, rule] of plan.conservative.entries()) {
    known('figure', rule.figure, `conservative.${index}.figure`);
    known('figure', rule.whenUnknownUse, `conservative.${index}.whenUnknownUse`);
    for (const [at, id] of rule.plus.entries()) known('figure', id, `conservative.${index}.plus.${at}`);
    for (const [at, item] of rule.plusWhenOn.entries()) {
      known('figure', item.figure, `conservative.${index}.plusWhenOn.${at}.figure`);
      known('switch', item.switch, `conservative.${index}.plusWhenOn.${at}.switch`);
    }
  }
  for (const [index, prompt] of plan.prompts.entries()) {
    known('grade', prompt.suggestGrade, `prompts.${index}.suggestGrade`);
    if (prompt.when.kind === 'figure') known('figure', prompt.when.figure, `prompts.${index}.when.figure`);
    else known('condition', prompt.when.condition, `prompts.${index}.when.condition`);
  }
  for (const [index, post] of plan.termination.approvedBy.entries())
    known('post', post, `termination.approvedBy.${index}`);
  for (const [index, element] of plan.initialReportElements.entries()) {
    const path = `initialReportElements.${index}.source`;
    if (element.source.kind === 'detail') known('detail', element.source.detail, `${path}.detail`);
    if (element.source.kind === 'figure') known('figure', element.source.figure, `${path}.figure`);
  }
  for (const role of ['initial', 'followUp', 'final', 'verification'] as const)
    known('reportKind', plan.reportRoles[role], `reportRoles.${role}`);
  known('unit', plan.reportRoles.mainRecipient, 'reportRoles.mainRecipient');
  known('grade', plan.undetermined.clockGrade, 'undetermined.clockGrade');
}

function checkSteps(plan: PlanPackage, known: Known, faults: PlanFault[]): void {
  for (const part of ['grades', 'levels'] as const) {
    const highest = new Map<string, { from: number; index: number }>();
    for (const [index, step] of plan[part].entries()) {
      for (const [at, criterion] of step.criteria.entries()) {
        const path = `${part}.${index}.criteria.${at}`;
        if (criterion.kind === 'condition') {
          known('condition', criterion.condition, `${path}.condition`);
          continue;
        }
        if (criterion.kind === 'figure') known('figure', criterion.figure, `${path}.figure`);
        else {
          known('duration', criterion.duration, `${path}.duration`);
          known('condition', criterion.unlessNo, `${path}.unlessNo`);
        }
        const subject = criterion.kind === 'figure' ? `figure ${criterion.figure}` : `duration ${criterion.duration}`;
        const from = criterion.kind === 'figure' ? criterion.from : criterion.fromHours;
        const below = highest.get(subject);
        if (below !== undefined && below.index < index && from <= below.from) {
          faults.push({ path, reason: `${subject}: ${from} is not above the ${below.from} of the step below` });
        }
        if (below === undefined || from > below.from) highest.set(subject, { from, index });
      }
    }
  }
  for (const [index, level] of plan.levels.entries()) {
    known('unit', level.proposedBy, `levels.${index}.proposedBy`);
    for (const [at, post] of level.decidedBy.entries()) known('post', post, `levels.${index}.decidedBy.${at}`);
  }
}

function checkRules(plan: PlanPackage, known: Known, faults: PlanFault[]): void {
  for (const [index, rule] of plan.reportingRules.entries()) {
    const path = `reportingRules.${index}`;
    known('unit', rule.owedBy, `${path}.owedBy`);
    for (const [at, unit] of rule.recipients.entries()) known('unit', unit, `${path}.recipients.${at}`);
    known('grade', rule.appliesWhen.clockGradeFrom, `${path}.appliesWhen.clockGradeFrom`);
    known('grade', rule.appliesWhen.clockGradeTo, `${path}.appliesWhen.clockGradeTo`);
    known('mark', rule.appliesWhen.unlessMarkNo, `${path}.appliesWhen.unlessMarkNo`);
    known('switch', rule.appliesWhen.switchOn, `${path}.appliesWhen.switchOn`);
    known('switch', rule.appliesWhen.switchOff, `${path}.appliesWhen.switchOff`);
    const rank = (grade: string | undefined): number => plan.grades.findIndex((g) => g.id === grade);
    const { clockGradeFrom, clockGradeTo } = rule.appliesWhen;
    if (clockGradeFrom !== undefined && clockGradeTo !== undefined && rank(clockGradeFrom) > rank(clockGradeTo)) {
      faults.push({
        path: `${path}.appliesWhen`,
        reason: 'clockGradeFrom is above clockGradeTo: the rule could never apply',
      });
    }
    if (rule.trigger.kind === 'report') {
      known('unit', rule.trigger.to, `${path}.trigger.to`);
      known('grade', rule.trigger.whileClockGradeFrom, `${path}.trigger.whileClockGradeFrom`);
      for (const [at, kind] of rule.trigger.kinds.entries()) known('reportKind', kind, `${path}.trigger.kinds.${at}`);
    }
    if (rule.trigger.kind === 'demand') known('unit', rule.trigger.from, `${path}.trigger.from`);
    if (rule.trigger.kind === 'levelRaised') known('level', rule.trigger.level, `${path}.trigger.level`);
    if (rule.trigger.kind === 'lateCasualtyChange')
      known('condition', rule.trigger.flagged?.condition, `${path}.trigger.flagged.condition`);
    if (rule.fulfilledBy.kind === 'report') {
      for (const [at, kind] of rule.fulfilledBy.kinds.entries())
        known('reportKind', kind, `${path}.fulfilledBy.kinds.${at}`);
      if (rule.recipients.length === 0)
        faults.push({ path: `${path}.recipients`, reason: 'a rule met by a report needs a recipient' });
      if (rule.form === null) faults.push({ path: `${path}.form`, reason: 'a rule met by a report needs a form' });
    } else if (rule.recipients.length > 0) {
      faults.push({ path: `${path}.recipients`, reason: 'a rule met by determining the grade has no recipient' });
    }
    if (rule.optional && rule.due.kind === 'within') {
      faults.push({ path: `${path}.optional`, reason: 'an optional rule has no limit' });
    }
  }
}
