/**
 * A notice of one page: how large its tables may be set so that all of it stands on one sheet, reckoned from the measures
 * the renderers draw by, with some room to spare for fonts that run wider.
 */
import { type OfficialDocument, type Part, partsOf, type TablePart } from './document.ts';
import {
  BODY_PT,
  CHARACTER_PT,
  COPIES_PT,
  MASTHEAD_MM,
  mastheadSize,
  NOTE_PT,
  SHEET_MM,
  spacesOf,
  TABLE_PT,
  TEXT_WIDTH_PT,
  TITLE_PT,
  widthInCharacters,
} from './layout.ts';

export type TableType = { size: number; line: number };

/** 小四, 五号, 小五 */
const SHEET_TYPES: readonly TableType[] = [TABLE_PT, { size: 10.5, line: 15 }, { size: 9, line: 12.5 }];
const SMALLEST: TableType = { size: 9, line: 12.5 };

const TEXT_HEIGHT_PT = ((SHEET_MM.height - SHEET_MM.top - SHEET_MM.bottom) / 25.4) * 72;
const SPARE_PT = 8;
/** Letters and digits of some fonts run wider than half a character, and a mark is never first on a line. */
const WIDER = 1.05;
const CELL_PT = { beside: 8, above: 4, rule: 0.5 };

/** As large as lets it stand on one page; other papers are set as ever. */
export function tableType(document: OfficialDocument): TableType {
  if (document.form !== 'sheet') return TABLE_PT;
  return SHEET_TYPES.find((type) => fits(document, type)) ?? SMALLEST;
}

export const fitsOnePage = (document: OfficialDocument): boolean => fits(document, tableType(document));

const fits = (document: OfficialDocument, type: TableType): boolean =>
  partsOf(document).reduce((sum, part, index, parts) => sum + heightOf(document, part, parts[index - 1], type), 0) <=
  TEXT_HEIGHT_PT - SPARE_PT;

function heightOf(document: OfficialDocument, part: Part, before: Part | undefined, type: TableType): number {
  const spaces = spacesOf(document);
  switch (part.role) {
    case 'table':
      return tableHeight(part, type);
    case 'reference':
      return spaces.aboveReference + BODY_PT.line + (MASTHEAD_MM.ruleBelow / 25.4) * 72 + 2;
    case 'masthead': {
      const size = mastheadSize(part.text);
      const lines = Math.ceil(widthInCharacters(part.text) / (TEXT_WIDTH_PT / size));
      return spaces.aboveMasthead + lines * size * 1.3;
    }
    case 'title': {
      const above = document.masthead === null ? 0 : spaces.aboveTitle;
      return above + linesOf(part.text, TEXT_WIDTH_PT / TITLE_PT.size) * TITLE_PT.line + spaces.belowTitle;
    }
    case 'annex':
      // On pages of its own.
      return 0;
    case 'unit':
      return spaces.aboveClosing + BODY_PT.line;
    case 'copies':
      return spaces.aboveCopies + linesOf(part.text, TEXT_WIDTH_PT / COPIES_PT.size - 1) * COPIES_PT.line + 10;
    case 'note':
    case 'source': {
      const isFirst = before?.role !== 'note' && before?.role !== 'copies';
      return (isFirst ? spaces.aboveNotes : 4) + linesOf(part.text, TEXT_WIDTH_PT / NOTE_PT.size) * NOTE_PT.line;
    }
    default:
      return linesOf(`　　${part.text}`, TEXT_WIDTH_PT / CHARACTER_PT) * BODY_PT.line;
  }
}

function tableHeight({ columns, rows }: TablePart, { size, line }: TableType): number {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (TEXT_WIDTH_PT * (share / shares) - CELL_PT.beside) / size);
  const head = columns.map(({ header }) => header);
  const all = head.some((header) => header !== '') ? [head, ...rows] : rows;
  return all.reduce((sum, row) => {
    const lines = row.map((text, index) => linesOf(text, widths[index] ?? 1));
    return sum + Math.max(1, ...lines) * line + CELL_PT.above + CELL_PT.rule;
  }, 0);
}

/** Its line breaks stay. */
const linesOf = (text: string, characters: number): number =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((widthInCharacters(line) * WIDER) / characters)), 0);
