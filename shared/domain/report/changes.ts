/**
 * What differs between two states of an incident, in official words: 由…增至…, 由…核减为…, 核实为…. Only figures as they were
 * recorded are said; what nobody asked or what stayed as it was is left out.
 */
import type { FigureNow } from '#shared/plan/assessment.ts';
import type { Quantity } from '#shared/plan/facts.ts';
import type { PlanFigure, PlanPackage } from '#shared/plan/schema.ts';
import type { IncidentRow } from '../rows.ts';
import { BEING_VERIFIED, quantityText } from './quantityText.ts';
import { timeText } from './timeText.ts';
import { countText, detailText } from './words.ts';

export type Change = { text: string; from: string | null };

export function figureChanges(plan: PlanPackage, before: IncidentRow, now: IncidentRow): Change[] {
  return plan.figures.flatMap((figure) => {
    const of = ({ assessment }: IncidentRow) => assessment.figures.find((each) => each.figure === figure.id);
    const [was, is] = [of(before), of(now)];
    const text = is === undefined ? null : figureChange(figure, was, is);
    return text === null ? [] : [{ text, from: is?.entryId ?? null }];
  });
}

export function figureChange({ label, unit }: PlanFigure, was: FigureNow | undefined, is: FigureNow): string | null {
  const text = countText(is, unit);
  const before = was === undefined ? null : countText(was, unit);
  if (text === null || text === before) return null;
  const [old, now] = [was?.quantity ?? null, is.quantity];
  if (now === null || now.kind === 'unknown' || old === null) return `${label}${text}`;
  if (old.kind === 'unknown') return `${label}核实为${text}`;
  if (quantityText(old, unit) === quantityText(now, unit)) return `${label}${text}`;
  return `${label}由${quantityText(old, unit)}${directionOf(old, now)}${text}`;
}

function directionOf(old: Quantity, now: Quantity): string {
  const [a, b] = [boundsOf(old), boundsOf(now)];
  if (b.low >= a.low && b.high >= a.high) return '增至';
  if (b.low <= a.low && b.high <= a.high) return '核减为';
  return '核实为';
}

function boundsOf(quantity: Quantity): { low: number; high: number } {
  switch (quantity.kind) {
    case 'exact':
    case 'about':
      return { low: quantity.n, high: quantity.n };
    case 'atLeast':
      return { low: quantity.n, high: Number.POSITIVE_INFINITY };
    case 'range':
      return { low: quantity.from, high: quantity.to };
    case 'unknown':
      return { low: 0, high: Number.POSITIVE_INFINITY };
  }
}

/** Times, conditions, texts and running times, one sentence each. */
export function otherChanges(plan: PlanPackage, before: IncidentRow, now: IncidentRow): Change[] {
  return [
    ...timeChanges(plan, before, now),
    ...conditionChanges(plan, before, now),
    ...detailChanges(plan, before, now),
    ...durationChanges(plan, before, now),
  ];
}

function timeChanges({ timeZone }: PlanPackage, before: IncidentRow, now: IncidentRow): Change[] {
  const [was, is] = [before.assessment.times.occurred, now.assessment.times.occurred];
  if (is === null || was?.at === is.at) return [];
  const time = timeText(is, timeZone);
  return [{ text: `发生时间${was === null ? '核实' : '更正'}为${time}`, from: null }];
}

/** What turned up since, without what another one implies; what proved wrong. */
function conditionChanges(plan: PlanPackage, before: IncidentRow, now: IncidentRow): Change[] {
  const appeared = newConditions(plan, before, now);
  const gone = plan.conditions.filter(
    ({ id }) => before.assessment.conditions[id] === 'yes' && now.assessment.conditions[id] === 'no',
  );
  const said = (words: string, list: readonly { label: string }[]): Change[] =>
    list.length === 0 ? [] : [{ text: `${words}${list.map(({ label }) => label).join('、')}`, from: null }];
  return [...said('新出现', appeared), ...said('经核实未发生', gone)];
}

export function newConditions(plan: PlanPackage, before: IncidentRow, now: IncidentRow): PlanPackage['conditions'] {
  const appeared = plan.conditions.filter(
    ({ id }) => now.assessment.conditions[id] === 'yes' && before.assessment.conditions[id] !== 'yes',
  );
  const implied = new Set(appeared.flatMap(({ implies }) => implies));
  return appeared.filter(({ id }) => !implied.has(id));
}

function detailChanges(plan: PlanPackage, before: IncidentRow, now: IncidentRow): Change[] {
  return plan.details.flatMap((detail) => {
    const [was, is] = [before.details[detail.id], now.details[detail.id]];
    if (is === undefined || was?.value === is.value) return [];
    return [{ text: `${detail.label}：${detailText(plan, now, detail) ?? BEING_VERIFIED}`, from: is.entryId }];
  });
}

function durationChanges(plan: PlanPackage, before: IncidentRow, now: IncidentRow): Change[] {
  return plan.durations.flatMap(({ id, label }) => {
    const of = ({ assessment }: IncidentRow) => assessment.durations.find(({ duration }) => duration === id);
    const [was, is] = [of(before), of(now)];
    if (is === undefined) return [];
    const began = is.started !== null && was?.started?.at !== is.started.at;
    const ended = is.ended !== null && was?.ended?.at !== is.ended.at;
    return [
      ...(began && is.started ? [{ text: `${timeText(is.started, plan.timeZone)}起${label}`, from: is.entryId }] : []),
      ...(ended && is.ended ? [{ text: `${timeText(is.ended, plan.timeZone)}结束${label}`, from: is.entryId }] : []),
    ];
  });
}
