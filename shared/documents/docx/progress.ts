/**
 * How far a Word file is. Each of its paragraphs is drawn once and written once; packing comes after the last. What each
 * weighs is what it takes, as measured on a log of 200 pages.
 */
import { type OfficialDocument, partsOf, type TablePart } from '../document.ts';

/** From 0 to 1, never back. */
export type Tell = (fraction: number) => void;

/** Told of every paragraph. */
export type Steps = { drawn: () => void; written: () => void };

const WEIGHT = { drawn: 1, written: 4, packing: 3 } as const;
const WHOLE = WEIGHT.drawn + WEIGHT.written + WEIGHT.packing;
/** Finer steps are not seen. */
const STEP = 0.01;

export function countSteps(document: OfficialDocument, tell: Tell): Steps {
  const paragraphs = partsOf(document).reduce((sum, part) => sum + (part.role === 'table' ? linesOf(part) : 1), 0);
  let done = 0;
  let told = 0;
  const step = (weight: number) => () => {
    done += weight;
    const fraction = done / (paragraphs * WHOLE);
    if (fraction < told + STEP) return;
    told = fraction;
    tell(fraction);
  };
  return { drawn: step(WEIGHT.drawn), written: step(WEIGHT.written) };
}

/** Each line of a cell is a paragraph of its own. */
function linesOf({ columns, rows }: TablePart): number {
  const head = columns.map(({ header }) => header);
  const cells = head.every((header) => header === '') ? rows.flat() : [...head, ...rows.flat()];
  return cells.reduce((sum, text) => sum + text.split('\n').length, 0);
}
