/** Figures as typed into a form's fields, read all at once: what counts, and what cannot be read. Empty is not asked. */
import type { Quantity } from '#shared/plan/facts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { parseQuantity } from './quantity.ts';

export type FigureFault = 'quantity' | 'integer';
export type FigureReading = { figures: Record<string, Quantity>; faults: Record<string, FigureFault> };

export function readFigureTexts(plan: PlanPackage, texts: Readonly<Record<string, string>>): FigureReading {
  const reading: FigureReading = { figures: {}, faults: {} };
  for (const { id, integer } of plan.figures) {
    const text = texts[id]?.trim() ?? '';
    if (text === '') continue;
    const quantity = parseQuantity(text);
    if (quantity === null) reading.faults[id] = 'quantity';
    else if (integer && !isWhole(quantity)) reading.faults[id] = 'integer';
    else reading.figures[id] = quantity;
  }
  return reading;
}

function isWhole(quantity: Quantity): boolean {
  if (quantity.kind === 'unknown') return true;
  return (quantity.kind === 'range' ? [quantity.from, quantity.to] : [quantity.n]).every(Number.isInteger);
}
