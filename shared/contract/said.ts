/** A refusal's or question's parameters in the officer's words: labels from the plan, times in its zone. */
import type { CommandIssue } from '#shared/domain/commandIssues.ts';
import { quantityText } from '#shared/domain/report/quantityText.ts';
import { dateText, timeText } from '#shared/domain/report/timeText.ts';
import type { Quantity } from '#shared/plan/facts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { fieldName } from './fieldNames.ts';
import { issueText } from './issueText.ts';

/** Parameters as the words below need them. */
export type Said = {
  field: string;
  text: (name: string) => string;
  label: (list: ListName, name: string) => string;
  labels: (list: ListName, name: string) => string;
  /** The words it lists. */
  words: (name: string) => string[];
  has: (name: string) => boolean;
  time: (name: string) => string;
  /** With the unit of the figure that another parameter names. */
  quantity: (name: string, figure: string) => string;
  /** How many the list holds, or the number itself. */
  count: (name: string) => number;
  issues: string;
};
type ListName =
  | 'posts'
  | 'levels'
  | 'grades'
  | 'figures'
  | 'units'
  | 'groups'
  | 'reportingRules'
  | 'terminationConditions'
  | 'warningLevels'
  | 'warningAuthorities';

export function saidOf(params: Readonly<Record<string, unknown>>, plan: PlanPackage | undefined): Said {
  const text = (name: string): string => wordOf(params[name]);
  const list = (name: string): unknown[] => (Array.isArray(params[name]) ? params[name] : []);
  return {
    field: fieldName(text('field'), plan),
    text,
    label: (from, name) => labelOf(from, text(name), plan),
    labels: (from, name) => [...new Set(list(name).map((item) => labelOf(from, idOf(item), plan)))].join('、'),
    words: (name) => list(name).map(wordOf),
    has: (name) => (Array.isArray(params[name]) ? params[name].length > 0 : text(name) !== ''),
    time: (name) => timeOf(params[name], plan),
    quantity: (name, figure) => {
      const unit = plan?.figures.find(({ id }) => id === params[figure])?.unit ?? '';
      return quantityText(params[name] as Quantity, unit);
    },
    count: (name) => (typeof params[name] === 'number' ? params[name] : list(name).length),
    issues: list('issues')
      .map((issue) => issueText(issue as CommandIssue, plan))
      .join('；'),
  };
}

/** A plain value, or a thing on the disk by its path. */
function wordOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' && 'path' in value ? String(value.path) : JSON.stringify(value);
}

/** Lists hold ids, or things that name their rule. */
function idOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'rule' in item ? String(item.rule) : String(item);
}

function labelOf(from: ListName, id: string, plan: PlanPackage | undefined): string {
  const list = plan === undefined ? [] : listOf(from, plan);
  return list.find((item) => item.id === id)?.label ?? id;
}

function listOf(from: ListName, plan: PlanPackage): readonly { id: string; label: string }[] {
  switch (from) {
    case 'terminationConditions':
      return plan.termination.conditions;
    case 'warningLevels':
      return plan.warnings?.levels ?? [];
    case 'warningAuthorities':
      return plan.warnings?.authorities ?? [];
    default:
      return plan[from];
  }
}

function timeOf(at: unknown, plan: PlanPackage | undefined): string {
  if (typeof at !== 'number') return '';
  const zone = plan?.timeZone ?? 'UTC';
  return `${dateText(at, zone)}${timeText({ at, precision: 'minute' }, zone).split('日')[1] ?? ''}`;
}
