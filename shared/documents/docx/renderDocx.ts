/**
 * A document as a Word file in the layout of GB/T 9704-2012. Fonts are named and never embedded; the grid is 22 lines of 28
 * characters. Two settings that are easy to miss: the run language, or numbers break across lines, and no extra space
 * between Chinese and Latin, or the 28 characters do not hold.
 */
import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { DRILL, DRILL_LINE, type OfficialDocument, partsOf } from '../document.ts';
import { ACROSS_MM, BODY_PT, DRILL_HEAD_MM, FONTS, PAGE_NUMBER_MM, PAGE_NUMBER_PT, SHEET_MM } from '../layout.ts';
import { drawAnnex } from './drawAnnex.ts';
import { drawPart } from './drawPart.ts';
import { countSteps, type Steps, type Tell } from './progress.ts';
import { halfPoints, twips, twipsOfMm } from './units.ts';

export async function renderDocx(document: OfficialDocument, tell: Tell = () => {}): Promise<Uint8Array> {
  const bytes = await Packer.toArrayBuffer(wordDocument(document, countSteps(document, tell)));
  tell(1);
  return new Uint8Array(bytes);
}

function wordDocument(document: OfficialDocument, steps: Steps): Document {
  return new Document({
    title: document.title,
    creator: 'Watchdesk',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            font: FONTS.body,
            size: halfPoints(BODY_PT.size),
            characterSpacing: twips(BODY_PT.tracking),
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: { line: twips(BODY_PT.line), lineRule: LineRuleType.EXACT, before: 0, after: 0 } },
        },
      },
    },
    sections: sectionsOf(document, steps),
  });
}

/** What is laid across stands on pages of its own. */
function sectionsOf(document: OfficialDocument, steps: Steps): ISectionOptions[] {
  const parts = partsOf(document);
  const upright = parts.flatMap((part, index) =>
    part.role === 'annex' ? [] : [drawPart(part, { document, before: parts[index - 1], steps })],
  );
  const across = parts.flatMap((part, index) => (part.role === 'annex' ? [drawAnnex(part.drawing, index, steps)] : []));
  return [section(document, UPRIGHT, upright), ...(across.length === 0 ? [] : [section(document, ACROSS, across)])];
}

type Page = NonNullable<NonNullable<ISectionOptions['properties']>['page']>;

const margins = { header: twipsOfMm(DRILL_HEAD_MM), footer: twipsOfMm(PAGE_NUMBER_MM) };
const UPRIGHT: Page = {
  size: { width: twipsOfMm(SHEET_MM.width), height: twipsOfMm(SHEET_MM.height) },
  margin: {
    top: twipsOfMm(SHEET_MM.top),
    left: twipsOfMm(SHEET_MM.left),
    right: twipsOfMm(SHEET_MM.right),
    bottom: twipsOfMm(SHEET_MM.bottom),
    ...margins,
  },
};
const ACROSS: Page = {
  // The library turns the sheet: it is told the sides of an upright one.
  size: { ...UPRIGHT.size, orientation: PageOrientation.LANDSCAPE },
  margin: {
    top: twipsOfMm(ACROSS_MM.top),
    left: twipsOfMm(ACROSS_MM.left),
    right: twipsOfMm(ACROSS_MM.right),
    bottom: twipsOfMm(ACROSS_MM.bottom),
    header: margins.header,
    footer: twipsOfMm(ACROSS_MM.pageNumber),
  },
};

function section(document: OfficialDocument, page: Page, children: (Paragraph | Table)[]): ISectionOptions {
  return {
    properties: { page, grid: { type: DocumentGridType.LINES, linePitch: twips(BODY_PT.line) } },
    ...(document.isDrill && { headers: { default: drillHead(), even: drillHead() } }),
    // Odd pages right, even pages left, one character in from the edge.
    footers: {
      default: pageNumber(AlignmentType.RIGHT, document.isDrill),
      even: pageNumber(AlignmentType.LEFT, document.isDrill),
    },
    children,
  };
}

const drillHead = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: DRILL_LINE, font: FONTS.heading1, size: halfPoints(18) })],
      }),
    ],
  });

function pageNumber(
  alignment: (typeof AlignmentType)['LEFT'] | (typeof AlignmentType)['RIGHT'],
  isDrill: boolean,
): Footer {
  const mark = isDrill ? `${DRILL} ` : '';
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: twips(PAGE_NUMBER_PT), right: twips(PAGE_NUMBER_PT) },
        spacing: { line: twips(18), lineRule: LineRuleType.EXACT },
        children: [
          new TextRun({
            children: [`${mark}— `, PageNumber.CURRENT, ' —'],
            font: FONTS.pageNumber,
            size: halfPoints(PAGE_NUMBER_PT),
            characterSpacing: 0,
          }),
        ],
      }),
    ],
  });
}
