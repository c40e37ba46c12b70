/** A table across the text area: its head repeats on every page and no row is torn apart. */
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { TablePart } from '../document.ts';
import { FONTS, TEXT_WIDTH_PT } from '../layout.ts';
import type { TableType } from '../sheet.ts';
import { GridParagraph } from './gridParagraph.ts';
import type { Steps } from './progress.ts';
import { eighths, halfPoints, twips } from './units.ts';

const RULE = { style: BorderStyle.SINGLE, size: eighths(0.5), color: '000000' };
const BORDERS = { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE };

export function drawTable({ columns, rows }: TablePart, type: TableType, steps: Steps): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor(twips(TEXT_WIDTH_PT * (share / shares))));
  const hasHead = columns.some(({ header }) => header !== '');
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ header }, index) =>
      cell({ text: header, width: widths[index], font: FONTS.heading1 }, type, steps),
    ),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: BORDERS,
    margins: { left: twips(4), right: twips(4), top: twips(2), bottom: twips(2), marginUnitType: WidthType.DXA },
    rows: [
      ...(hasHead ? [head] : []),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, index) => cell({ text, width: widths[index] }, type, steps)),
          }),
      ),
    ],
  });
}

type Cell = { text: string; width: number | undefined; font?: string };

function cell({ text, width, font }: Cell, { size, line: pitch }: TableType, steps: Steps): TableCell {
  return new TableCell({
    ...(width !== undefined && { width: { size: width, type: WidthType.DXA } }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: text.split('\n').map(
      (line) =>
        new GridParagraph(
          {
            alignment: font === undefined ? AlignmentType.LEFT : AlignmentType.CENTER,
            spacing: { line: twips(pitch), lineRule: LineRuleType.EXACT },
            children: [
              new TextRun({
                text: line,
                size: halfPoints(size),
                characterSpacing: 0,
                ...(font !== undefined && { font }),
              }),
            ],
          },
          steps,
        ),
    ),
  });
}
