/** What an xlsx's parts may hold before anything is made of them: no entities, no sheet as wide or long as no list is. */
import { MAX_CELL, MAX_COLUMNS, MAX_ROWS, SheetFault } from './fault.ts';

/** The XML of a workbook needs neither: whoever brings them means to have them expanded. */
const DEFINES = /<!(?:DOCTYPE|ENTITY)/i;

export function guardXml(xml: string): void {
  if (DEFINES.test(xml)) throw new SheetFault('hostile');
  // The longest run without a tag is the longest text there is.
  let from = 0;
  for (;;) {
    const next = xml.indexOf('<', from);
    if ((next < 0 ? xml.length : next) - from > MAX_CELL * 2) throw new SheetFault('cellTooLong');
    if (next < 0) return;
    const end = xml.indexOf('>', next);
    if (end < 0) throw new SheetFault('broken');
    if (end - next > MAX_CELL) throw new SheetFault('broken');
    from = end + 1;
  }
}

/** A cell far out would have everything before it made. */
const REFERENCE = /<(?:[a-z]+:)?c\b[^>]*?\br="([A-Z]{1,4})(\d{1,8})"/g;

export function guardSheet(xml: string): void {
  let last = 0;
  for (const [, letters = '', digits = ''] of xml.matchAll(REFERENCE)) {
    const row = Number(digits);
    if (columnOf(letters) > MAX_COLUMNS) throw new SheetFault('tooManyColumns');
    if (row > MAX_ROWS + 1) throw new SheetFault('tooManyRows');
    last = Math.max(last, row);
  }
}

/** A is 1. */
export const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const MERGED = /<(?:[a-z]+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,4})(\d{1,8}):([A-Z]{1,4})(\d{1,8})"/g;

export type Merged = { top: number; left: number; bottom: number; right: number };

/** Areas of one cell, counted from 0. */
export const mergedIn = (xml: string): Merged[] =>
  [...xml.matchAll(MERGED)].map(([, left = '', top = '', right = '', bottom = '']) => ({
    top: Number(top) - 1,
    left: columnOf(left) - 1,
    bottom: Number(bottom) - 1,
    right: columnOf(right) - 1,
  }));
