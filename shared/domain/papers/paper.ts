/** What every paper besides the reports is made with, and the frames they have: the desk's own records and notices. */
import type { Block, Column, LogHead, OfficialDocument } from '#shared/documents/document.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { ownUnit } from '../checks.ts';
import type { PaperSettings } from '../desk/desk.ts';
import type { Caller } from '../report/phoneScript.ts';
import { dateText, timeText } from '../report/timeText.ts';
import { labelIn } from '../report/words.ts';
import type { ResponseFile } from '../responseRows.ts';
import type { IncidentFile, LogRow } from '../rows.ts';
import type { WarningFile } from '../warningRows.ts';

export type PaperContext = {
  plan: PlanPackage;
  papers: PaperSettings;
  /** Where the log stands. */
  head: LogHead;
  isDrill: boolean;
  /** When it is made. */
  at: number;
};

/** What the papers of an incident are made of. */
export type PaperFacts = {
  file: IncidentFile;
  response: ResponseFile;
  caller: Caller;
  words: (row: LogRow) => string;
  /** The one it came from. */
  warning?: WarningFile | null;
};

/** A record of the desk's own: no red head, the unit and the day under it. */
export function recordPaper(context: PaperContext, title: string, blocks: readonly Block[]): OfficialDocument {
  const { plan, head, isDrill, at } = context;
  return {
    masthead: null,
    number: null,
    title,
    addressee: null,
    blocks,
    closing: { unit: labelIn(plan.units, ownUnit(plan)) ?? '', date: dateText(at, plan.timeZone) },
    notes: [],
    copies: [],
    head,
    isDrill,
  };
}

/** 项目 and 内容: what is not known is left out by the caller, not printed empty. */
export const formTable = (rows: readonly (readonly [string, string | null])[]): Block => ({
  kind: 'table',
  columns: columns(['项目', 1], ['内容', 3]),
  rows: rows.flatMap(([label, text]) => (text === null || text === '' ? [] : [[label, text]])),
});

export const columns = (...list: readonly (readonly [string, number])[]): Column[] =>
  list.map(([header, share]) => ({ header, share }));

/** 2013年11月22日3时10分: a record is read years later. */
export function fullTime(
  { timeZone }: PlanPackage,
  at: number,
  precision: 'minute' | 'about' | 'second' = 'minute',
): string {
  const year = dateText(at, timeZone).replace(/年.*$/, '年');
  return `${year}${timeText({ at, precision }, timeZone)}`;
}
