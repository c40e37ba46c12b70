/**
 * The facts of an incident in words, for the phone and for paper. Only what was recorded is said: an estimate such as
 * "missing counted as dead" never appears here, unknown is 正在核实, and what nobody asked is left out.
 */
import type { FigureNow } from '#shared/plan/assessment.ts';
import type { PlanDetail, PlanPackage } from '#shared/plan/schema.ts';
import type { IncidentRow } from '../rows.ts';
import { BEING_VERIFIED, quantityText } from './quantityText.ts';
import { timeText } from './timeText.ts';

/** On paper no space stands between Chinese words; a screen's title has one between place and nature. */
export const onPaper = (title: string): string => title.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');

type Listed = readonly { readonly id: string; readonly label: string }[];

export const labelIn = (list: Listed, id: string | null): string | null =>
  list.find((item) => item.id === id)?.label ?? id;

/** A detail as it is read out: picked items by their label. Null when it is unknown or was not asked. */
export function detailText(plan: PlanPackage, row: IncidentRow, detail: PlanDetail): string | null {
  const value = row.details[detail.id]?.value ?? null;
  switch (detail.input) {
    case 'area':
      return labelIn(plan.areas, value);
    case 'object':
      return labelIn(plan.scope.objects, value);
    case 'medium':
      return labelIn(plan.scope.media, value);
    case 'text':
    case 'longText':
      return value;
  }
}

export function detailsOfGroup(plan: PlanPackage, row: IncidentRow, group: PlanDetail['group']): string[] {
  return plan.details.flatMap((detail) => {
    const text = detail.group === group ? detailText(plan, row, detail) : null;
    return text === null ? [] : [text];
  });
}

export function whenText(plan: PlanPackage, { assessment: { times } }: IncidentRow): string {
  if (times.occurred !== null) return timeText(times.occurred, plan.timeZone);
  return `${timeText(times.received, plan.timeZone)}接报（发生时间${BEING_VERIFIED}）`;
}

/** 泄漏、爆炸; a condition that another one implies goes without saying. Null when nothing is known. */
export function natureText(plan: PlanPackage, { assessment: { conditions } }: IncidentRow): string | null {
  // What happened can be told by the first call; what turns up later (环境影响) is no nature of the incident.
  const natures = plan.conditions.filter(({ askedAtIntake }) => askedAtIntake);
  const happened = natures.filter(({ id }) => conditions[id] === 'yes');
  const implied = new Set(happened.flatMap((condition) => condition.implies));
  const said = happened.filter(({ id }) => !implied.has(id)).map(({ label }) => label);
  if (said.length > 0) return said.join('、');
  const denied = natures.filter(({ id }) => conditions[id] === 'no').map(({ label }) => `无${label}`);
  return denied.length === 0 ? null : denied.join('、');
}

/** 遇难3人, 受伤至少5人, 失联正在核实; null when nobody asked. */
export function figureText(plan: PlanPackage, row: IncidentRow, figureId: string): string | null {
  const now = row.assessment.figures.find(({ figure }) => figure === figureId);
  const figure = plan.figures.find(({ id }) => id === figureId);
  if (now === undefined || figure === undefined) return null;
  return countText(now, figure.unit);
}

export function countText({ quantity, beingVerified }: FigureNow, unit: string): string | null {
  if (quantity === null || quantity.kind === 'unknown')
    return beingVerified || quantity !== null ? BEING_VERIFIED : null;
  const text = quantityText(quantity, unit);
  return beingVerified ? `${text}（${BEING_VERIFIED}）` : text;
}

export function gradeText(plan: PlanPackage, { assessment: { grade } }: IncidentRow): string {
  return grade === null ? `等级${plan.undetermined.label}` : `初步认定为${labelIn(plan.grades, grade)}`;
}

export function levelText(plan: PlanPackage, { assessment: { level } }: IncidentRow): string {
  return level === null ? '尚未启动应急响应' : `已启动${labelIn(plan.levels, level)}`;
}
