/**
 * The measures of GB/T 9704-2012, in the units it gives: millimetres for the sheet, points for type. Both renderers read
 * them here; the page's style sheet repeats them and a test compares.
 */
import type { OfficialDocument } from './document.ts';

export const SHEET_MM = { width: 210, height: 297, top: 37, left: 28, right: 26, bottom: 35 } as const;
/** 22 lines of 28 characters: 三号 is 16 pt, set a quarter of a point closer (at 0.2 pt the 28th does not fit). */
export const BODY_PT = { size: 16, line: 28.95, tracking: -0.25 } as const;
export const CHARACTER_PT = BODY_PT.size + BODY_PT.tracking;
export const CHARACTERS_A_LINE = 28;
export const LINES_A_PAGE = 22;
export const TITLE_PT = { size: 22, line: 33 } as const;
export const PAGE_NUMBER_PT = 14;
export const COPIES_PT = { size: 14, line: 22 } as const;
export const NOTE_PT = { size: 10.5, line: 16 } as const;
export const TABLE_PT = { size: 12, line: 18 } as const;
/** The red head stands 35 mm below the text area's upper edge; its rule 4 mm under the number. */
export const MASTHEAD_MM = { above: 35, ruleBelow: 4 } as const;
const MASTHEAD_PT = { largest: 48, smallest: 22 } as const;
/** From the sheet's edge to the page number: it stands 7 mm under the text area. */
export const PAGE_NUMBER_MM = 22;
export const DRILL_HEAD_MM = 15;

/**
 * A page that is laid across keeps its margins as the standard turns it: the head at the binding, so what was left is above.
 * Its number stands at its own foot, as far from the text area as on the other pages.
 */
export const ACROSS_MM = {
  width: SHEET_MM.height,
  height: SHEET_MM.width,
  top: SHEET_MM.left,
  right: SHEET_MM.top,
  bottom: SHEET_MM.right,
  left: SHEET_MM.bottom,
  pageNumber: PAGE_NUMBER_MM - (SHEET_MM.bottom - SHEET_MM.right),
} as const;

/** Named as the standard asks and never embedded; each machine draws with what it has. */
export const FONTS = {
  body: '仿宋_GB2312',
  title: '方正小标宋简体',
  heading1: '黑体',
  heading2: '楷体_GB2312',
  pageNumber: '宋体',
} as const;

const pointsOf = (mm: number): number => (mm / 25.4) * 72;
export const TEXT_WIDTH_PT = pointsOf(SHEET_MM.width - SHEET_MM.left - SHEET_MM.right);
/** What a picture that is laid across has room for; a point less in height, or an office makes another page. */
export const ANNEX_PT = {
  width: pointsOf(ACROSS_MM.width - ACROSS_MM.left - ACROSS_MM.right),
  height: pointsOf(ACROSS_MM.height - ACROSS_MM.top - ACROSS_MM.bottom) - 1,
} as const;

/** Between the parts, in points. */
const SPACES_PT = {
  page: {
    aboveMasthead: (MASTHEAD_MM.above / 25.4) * 72,
    aboveReference: BODY_PT.line,
    aboveTitle: 2 * BODY_PT.line,
    belowTitle: BODY_PT.line,
    aboveClosing: BODY_PT.line,
    aboveNotes: BODY_PT.line / 2,
    aboveCopies: BODY_PT.line,
  },
  sheet: {
    aboveMasthead: 0,
    aboveReference: 4,
    aboveTitle: 12,
    belowTitle: 6,
    aboveClosing: 8,
    aboveNotes: 4,
    aboveCopies: 6,
  },
} as const;

type Spaces = Record<keyof typeof SPACES_PT.page, number>;

/** A sheet of one page stands closer; everything else as the standard has it. */
export const spacesOf = ({ form }: Pick<OfficialDocument, 'form'>): Spaces => SPACES_PT[form ?? 'page'];

/** As large as fits on one line. */
export function mastheadSize(text: string): number {
  const fitting = Math.floor(TEXT_WIDTH_PT / Math.max(1, widthInCharacters(text)));
  return Math.min(MASTHEAD_PT.largest, Math.max(MASTHEAD_PT.smallest, fitting));
}

/** Latin letters and digits are about half as wide. */
export const widthInCharacters = (text: string): number =>
  Array.from(text).reduce((width, character) => width + ((character.codePointAt(0) as number) > 0xff ? 1 : 0.5), 0);

const DATE_INDENT = 4;
const LEAST_INDENT = 2;

/** 成文日期 stands four characters from the right; the unit is centred over it, or the date under a longer unit. */
export function closingIndents(unit: string, date: string): { unit: number; date: number } {
  const half = (widthInCharacters(date) - widthInCharacters(unit)) / 2;
  if (half >= 0) return { unit: DATE_INDENT + half, date: DATE_INDENT };
  const unitIndent = Math.max(LEAST_INDENT, DATE_INDENT + half);
  return { unit: unitIndent, date: Math.max(DATE_INDENT, unitIndent - half) };
}
