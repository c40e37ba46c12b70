/**
 * The first sheet of an xlsx that holds anything, as texts. A formula is never looked at, only the value that was kept with
 * it; a date is a date, whatever number stands for it; an area of merged cells has its value in each of them.
 */
import { strToU8, zipSync } from 'fflate';
import readSheets from 'read-excel-file/universal';
import { type Cell, MAX_CELL, MAX_COLUMNS, MAX_ROWS, SheetFault, type SheetRows } from './fault.ts';
import { guardSheet, guardStrings, guardTags, guardXml, type Merged, mergedIn } from './guard.ts';
import { unzip } from './unzip.ts';

const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/.*\.xml(?:\.rels)?)$/;
const STRINGS = 'xl/sharedStrings.xml';
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
/** Drawings, charts and the like are neither needed nor read. */
const UNNEEDED = /^xl\/(?:drawings|charts|media|theme|printerSettings|pivot|externalLinks|comments|calcChain)/;

export async function readXlsx(bytes: Uint8Array): Promise<SheetRows> {
  const parts = unzip(bytes, (name) => NEEDED.test(name) && !UNNEEDED.test(name));
  const texts = new Map([...parts].map(([name, part]) => [name, new TextDecoder().decode(part)]));
  const sheets = [...texts].filter(([name]) => SHEET.test(name));
  if (sheets.length === 0) throw new SheetFault('notATable');
  for (const [name, xml] of texts) {
    guardXml(xml);
    if (name === STRINGS) guardStrings(xml);
    else if (!SHEET.test(name)) guardTags(xml);
  }
  for (const [, xml] of sheets) guardSheet(xml);
  // Packed anew from what was looked at, so that nothing else is read.
  const checked = zipSync(Object.fromEntries([...texts].map(([name, xml]) => [name, strToU8(xml)])), { level: 0 });
  const read = await readAll(checked.slice().buffer);
  const found = read.find(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  if (found === undefined) throw new SheetFault('empty');
  const rows = found.data.map((row) => row.map(asText));
  if (rows.length > MAX_ROWS + 1) throw new SheetFault('tooManyRows');
  if (rows.some((row) => row.length > MAX_COLUMNS)) throw new SheetFault('tooManyColumns');
  // Only where there is one sheet is it certain which part it came from.
  const [only] = sheets;
  return sheets.length === 1 && only !== undefined ? withMerged(rows, mergedIn(only[1])) : rows;
}

async function readAll(archive: ArrayBuffer) {
  try {
    return await readSheets(archive);
  } catch {
    throw new SheetFault('broken');
  }
}

function asText(value: unknown): Cell {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value);
  if (text.length > MAX_CELL) throw new SheetFault('cellTooLong');
  return text.trim() === '' ? null : text;
}

const MAX_MERGED_CELLS = 200_000;

function withMerged(rows: readonly (readonly Cell[])[], areas: readonly Merged[]): SheetRows {
  const made = rows.map((row) => [...row]);
  let filled = 0;
  for (const { top, left, bottom, right } of areas) {
    const value = made[top]?.[left] ?? null;
    if (value === null) continue;
    for (let row = top; row <= Math.min(bottom, made.length - 1); row += 1) {
      for (let column = left; column <= Math.min(right, MAX_COLUMNS - 1); column += 1) {
        filled += 1;
        if (filled > MAX_MERGED_CELLS) throw new SheetFault('contentTooLarge');
        const cells = made[row];
        if (cells !== undefined && (cells[column] ?? null) === null) cells[column] = value;
      }
    }
  }
  return made;
}
