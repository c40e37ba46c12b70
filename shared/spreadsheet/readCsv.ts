/** A csv as texts: UTF-8, UTF-16 or GBK, whatever its marks say or its bytes show; commas, semicolons or tabs between. */
import { type Cell, MAX_CELL, MAX_COLUMNS, MAX_ROWS, SheetFault, type SheetRows } from './fault.ts';

function decode(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes.subarray(3));
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2));
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  // GB 18030's own mark.
  if (a === 0x84 && b === 0x31 && c === 0x95) return gbk(bytes.subarray(4));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return gbk(bytes);
  }
}

function gbk(bytes: Uint8Array): string {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    throw new SheetFault('notATable');
  }
}

/** Of a text, not of a program or picture. */
const BINARY = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/;
const SEPARATORS = [',', '\t', ';'] as const;

export function readCsv(bytes: Uint8Array): SheetRows {
  const text = decode(bytes);
  if (BINARY.test(text)) throw new SheetFault('notATable');
  if (text.trim() === '') throw new SheetFault('empty');
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const counts = SEPARATORS.map((separator) => head.split(separator).length);
  const separator = SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
  return parse(text, separator);
}

function parse(text: string, separator: string): SheetRows {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = 0;
  const put = (cell: string) => {
    if (cell.length > MAX_CELL) throw new SheetFault('cellTooLong');
    if (row.length >= MAX_COLUMNS) throw new SheetFault('tooManyColumns');
    row.push(cell.trim() === '' ? null : cell);
  };
  const endRow = () => {
    if (rows.length > MAX_ROWS) throw new SheetFault('tooManyRows');
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    if (text[at] === '"') {
      const [cell, next] = quoted(text, at + 1);
      at = next;
      put(cell);
    } else {
      const from = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
      put(text.slice(from, at));
    }
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) put('');
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    endRow();
  }
  if (row.length > 0) endRow();
  return rows;
}

/** From behind the opening quote to behind the closing one; what stands before the next separator belongs to nobody. */
function quoted(text: string, from: number): [cell: string, next: number] {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  if (at < 0) return [text.slice(from), text.length];
  return [text.slice(from, at).replaceAll('""', '"'), at + 1];
}
