/** One part of a document as Word's paragraph or table. */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  LineRuleType,
  type Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import type { AnnexPart, OfficialDocument, Part, ReferencePart, TextPart } from '../document.ts';
import {
  BODY_PT,
  CHARACTER_PT,
  COPIES_PT,
  closingIndents,
  FONTS,
  MASTHEAD_MM,
  mastheadSize,
  NOTE_PT,
  spacesOf,
  TEXT_WIDTH_PT,
  TITLE_PT,
} from '../layout.ts';
import { tableType } from '../sheet.ts';
import { drawTable } from './drawTable.ts';
import { GridParagraph } from './gridParagraph.ts';
import type { Steps } from './progress.ts';
import { eighths, halfPoints, twips } from './units.ts';

export type Around = { document: OfficialDocument; before: Part | undefined; steps: Steps };

const RED = 'E60012';
const CENTRE = { alignment: AlignmentType.CENTER } as const;
const characters = (n: number): number => twips(n * CHARACTER_PT);
const exactly = (points: number) => ({ line: twips(points), lineRule: LineRuleType.EXACT });

export function drawPart(part: Exclude<Part, AnnexPart>, around: Around): Paragraph | Table {
  switch (part.role) {
    case 'table':
      return drawTable(part, tableType(around.document), around.steps);
    case 'reference':
      return drawReference(part, around);
    default:
      return drawText(part, around);
  }
}

/** Number left, 签发人 right with the name in 楷体; under them the red rule. */
function drawReference({ left, right }: ReferencePart, { document, steps }: Around): Paragraph {
  const [label, name] = right === '' ? ['', ''] : [right.slice(0, 4), right.slice(4)];
  return new GridParagraph(
    {
      spacing: { before: twips(spacesOf(document).aboveReference), ...exactly(BODY_PT.line) },
      // Tabs, not indents: the rule under it is as wide as the text.
      tabStops: [
        { type: TabStopType.LEFT, position: characters(1) },
        { type: TabStopType.RIGHT, position: twips(TEXT_WIDTH_PT) - characters(1) },
      ],
      border: {
        bottom: {
          style: BorderStyle.SINGLE,
          size: eighths(2),
          color: RED,
          space: Math.round((MASTHEAD_MM.ruleBelow / 25.4) * 72),
        },
      },
      children: [
        new TextRun({ children: [new Tab(), left] }),
        ...(right === ''
          ? []
          : [new TextRun({ children: [new Tab(), label] }), new TextRun({ text: name, font: FONTS.heading2 })]),
      ],
    },
    steps,
  );
}

function drawText(part: TextPart, around: Around): Paragraph {
  return new GridParagraph({ ...paragraphOf(part, around), children: runsOf(part) }, around.steps);
}

type Look = Omit<IParagraphOptions, 'children'>;

function paragraphOf({ role, text }: TextPart, { document, before }: Around): Look {
  const line = exactly(BODY_PT.line);
  const afterBody = before?.role !== 'note' && before?.role !== 'copies';
  const spaces = spacesOf(document);
  switch (role) {
    case 'masthead':
      return { ...CENTRE, spacing: { before: twips(spaces.aboveMasthead), ...exactly(mastheadSize(text) * 1.3) } };
    case 'title':
      return {
        ...CENTRE,
        spacing: {
          before: twips(document.masthead === null ? 0 : spaces.aboveTitle),
          after: twips(spaces.belowTitle),
          ...exactly(TITLE_PT.line),
        },
        keepNext: true,
      };
    case 'addressee':
      return { spacing: line };
    case 'heading1':
    case 'heading2':
      return { spacing: line, indent: { firstLine: characters(2) }, keepNext: true };
    case 'paragraph':
    case 'item':
      return { alignment: AlignmentType.BOTH, spacing: line, indent: { firstLine: characters(2) } };
    case 'unit':
    case 'date': {
      const { unit = '', date = '' } = document.closing ?? {};
      const right = characters(closingIndents(unit, date)[role]);
      // Never a page with nothing but the signature.
      return {
        alignment: AlignmentType.RIGHT,
        spacing: { before: role === 'unit' ? twips(spaces.aboveClosing) : 0, ...line },
        indent: { right },
        keepNext: role === 'unit',
      };
    }
    case 'copies':
      return {
        spacing: { before: twips(spaces.aboveCopies), ...exactly(COPIES_PT.line) },
        indent: { firstLine: twips(COPIES_PT.size) },
        border: {
          top: { style: BorderStyle.SINGLE, size: eighths(1), color: '000000', space: 4 },
          bottom: { style: BorderStyle.SINGLE, size: eighths(1), color: '000000', space: 4 },
        },
      };
    case 'note':
    case 'source':
      return {
        spacing: { before: twips(afterBody ? spaces.aboveNotes : 0), ...exactly(NOTE_PT.line) },
      };
  }
}

/** Line breaks inside a text stay line breaks. */
function runsOf({ role, text }: TextPart): TextRun[] {
  const look = runLook(role, text);
  return text.split('\n').map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 && { break: 1 }) }));
}

function runLook(role: TextPart['role'], text: string) {
  switch (role) {
    case 'masthead':
      return { font: FONTS.title, size: halfPoints(mastheadSize(text)), color: RED, characterSpacing: 0 };
    case 'title':
      return { font: FONTS.title, size: halfPoints(TITLE_PT.size), characterSpacing: 0 };
    case 'heading1':
      return { font: FONTS.heading1 };
    case 'heading2':
      return { font: FONTS.heading2 };
    case 'copies':
      return { size: halfPoints(COPIES_PT.size) };
    case 'note':
    case 'source':
      return { size: halfPoints(NOTE_PT.size), characterSpacing: 0 };
    default:
      return {};
  }
}
