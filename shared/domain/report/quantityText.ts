/** A figure in official words: 3人, 至少3人, 约3人, 3至5人, 正在核实. */
import type { Quantity } from '#shared/plan/facts.ts';

export const BEING_VERIFIED = '正在核实';

export function quantityText(quantity: Quantity, unit: string): string {
  switch (quantity.kind) {
    case 'exact':
      return `${quantity.n}${unit}`;
    case 'atLeast':
      return `至少${quantity.n}${unit}`;
    case 'about':
      return `约${quantity.n}${unit}`;
    case 'range':
      return `${quantity.from}至${quantity.to}${unit}`;
    case 'unknown':
      return BEING_VERIFIED;
  }
}
