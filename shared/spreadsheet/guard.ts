/** What an xlsx's parts may hold before anything is made of them: no entities, no sheet as wide or long as no list is. */
import { MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, SheetFault } from './fault.ts';

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

/** Of what belongs to no sheet: styles, relations and the like. */
const MAX_TAGS = 200_000;

export function guardTags(xml: string): void {
  let tags = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    tags += 1;
    if (tags > MAX_TAGS) throw new SheetFault('contentTooLarge');
  }
}

/** Rows and cells cost memory and minutes whether or not anything is in them. */
const ROW = /<(?:[a-z]+:)?row\b/g;
const CELL = /<(?:[a-z]+:)?c\b/g;

function guardCount(xml: string, tag: RegExp, most: number, code: 'tooManyRows' | 'contentTooLarge'): void {
  let found = 0;
  for (const _ of xml.matchAll(tag)) {
    found += 1;
    if (found > most) throw new SheetFault(code);
  }
}

/** A text of each cell at most. */
const STRING = /<(?:[a-z]+:)?si\b/g;
export const guardStrings = (xml: string): void => guardCount(xml, STRING, MAX_CELLS, 'contentTooLarge');

/** A cell far out would have everything before it made. */
const REFERENCE = /<(?:[a-z]+:)?c\b[^>]*?\br="([A-Z]{1,4})(\d{1,8})"/g;

export function guardSheet(xml: string): void {
  guardCount(xml, ROW, MAX_ROWS + 1, 'tooManyRows');
  guardCount(xml, CELL, MAX_CELLS, 'contentTooLarge');
  for (const [, letters = '', digits = ''] of xml.matchAll(REFERENCE)) {
    const row = Number(digits);
    if (columnOf(letters) > MAX_COLUMNS) throw new SheetFault('tooManyColumns');
    if (row > MAX_ROWS + 1) throw new SheetFault('tooManyRows');
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
