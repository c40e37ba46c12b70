/**
 * A roster as a table, to and from a spreadsheet: day, shift, who watches, who leads. What cannot be read is named by row
 * and column, and then nothing of the table is taken.
 */
import { harmless, unmarked } from '#shared/spreadsheet/formula.ts';
import type { RosterView } from './view.ts';

export const ROSTER_HEADERS = ['日期', '班次', '值班员', '带班领导'] as const;

type NameOf = (duty: 'watch' | 'lead', shift: RosterView['shifts'][number]) => string;

export const rosterTable = (shifts: RosterView['shifts'], nameOf: NameOf): string[][] => [
  [...ROSTER_HEADERS],
  ...shifts.map((shift) => [
    shift.date,
    shift.start,
    harmless(nameOf('watch', shift)),
    harmless(nameOf('lead', shift)),
  ]),
];

export type TableFault = {
  /** Counted from 1, as a spreadsheet does. */
  row: number;
  column: (typeof ROSTER_HEADERS)[number];
  /** noDay: not a day of this month · noShift: no shift begins then · twice: said above already · tooLong. */
  code: 'noDay' | 'noShift' | 'twice' | 'tooLong';
  text: string;
};
export type TableRow = { date: string; start: string; watch: string; lead: string };
export type ReadTable = { rows: TableRow[]; faults: TableFault[] };

const LONGEST_NAME = 60;
const DAY = /^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s|\D|$)/;
const TIME = /^(\d{1,2})\s*[:：时]\s*(\d{2})?/;
const two = (n: string): string => n.padStart(2, '0');

/** `2026-03-01`, `2026/3/1`, `3月1日 周日`; a day without a year is of the month shown. */
function dayOf(text: string, month: string): string | null {
  const match = DAY.exec(text.normalize('NFKC'));
  if (match === null) return null;
  const [, year = month.slice(0, 4), m = '', d = ''] = match;
  const date = `${year}-${two(m)}-${two(d)}`;
  return date.startsWith(`${month}-`) ? date : null;
}

function startOf(text: string, starts: readonly string[]): string | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return starts.length === 1 ? (starts[0] ?? null) : null;
  const match = TIME.exec(plain);
  if (match === null) return null;
  const start = `${two(match[1] ?? '')}:${match[2] ?? '00'}`;
  return starts.includes(start) ? start : null;
}

const isHead = (cells: readonly string[]): boolean => (cells[0] ?? '').trim() === ROSTER_HEADERS[0];
const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
const nameIn = (cell: string | undefined): string => unmarked((cell ?? '').trim());

/** `month` as `2026-03`; `shifts` are those that it has. */
export function readRosterTable(
  cells: readonly (readonly string[])[],
  month: string,
  shifts: readonly { date: string; start: string }[],
): ReadTable {
  const starts = [...new Set(shifts.map(({ start }) => start))];
  const days = new Set(shifts.map(({ date }) => date));
  const rows: TableRow[] = [];
  const faults: TableFault[] = [];
  for (const [index, line] of cells.entries()) {
    if (isEmpty(line) || (index === 0 && isHead(line))) continue;
    const fault = (column: TableFault['column'], code: TableFault['code'], text: string): void =>
      void faults.push({ row: index + 1, column, code, text: text.trim().slice(0, LONGEST_NAME) });
    const [day = '', shift = ''] = line;
    const date = dayOf(day, month);
    const start = startOf(shift, starts);
    const [watch, lead] = [nameIn(line[2]), nameIn(line[3])];
    if (date === null || !days.has(date)) fault('日期', 'noDay', day);
    if (start === null) fault('班次', 'noShift', shift);
    if (watch.length > LONGEST_NAME) fault('值班员', 'tooLong', watch);
    if (lead.length > LONGEST_NAME) fault('带班领导', 'tooLong', lead);
    if (date === null || start === null) continue;
    if (rows.some((row) => row.date === date && row.start === start)) fault('日期', 'twice', day);
    rows.push({ date, start, watch, lead });
  }
  return { rows, faults };
}

/** What a spreadsheet puts on the clipboard: tabs and lines, a cell with either of them in quotes. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (isQuoted && character === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (isQuoted) cell += character;
    else if (character === '\t') end();
    else if (character === '\n') {
      end();
      rows.push([]);
    } else if (character !== '\r') cell += character;
  }
  end();
  return rows.filter((row) => !isEmpty(row) || row.length > 1);
}

export const cellsText = (cells: readonly (readonly string[])[]): string =>
  cells
    .map((row) => row.map((cell) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\n');
