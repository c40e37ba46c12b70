/**
 * A paragraph on the page's grid. What the library cannot say is added: no punctuation outside the line, nothing between
 * Chinese and Latin, and no snapping, since every line has its exact height and an office that snaps would double those of
 * the title. Properties are put in the order of the schema, which Word's own validator insists on.
 */
import { type IContext, type IParagraphOptions, type IXmlableObject, Paragraph } from 'docx';
import type { Steps } from './progress.ts';

type Property = Readonly<Record<string, unknown>>;

const off = (name: string): Property => ({ [name]: { _attr: { 'w:val': 'false' } } });
const ADDED: readonly Property[] = ['w:overflowPunct', 'w:autoSpaceDE', 'w:autoSpaceDN', 'w:snapToGrid'].map(off);

const ORDER = [
  'w:pStyle',
  'w:keepNext',
  'w:keepLines',
  'w:pageBreakBefore',
  'w:widowControl',
  'w:pBdr',
  'w:tabs',
  'w:overflowPunct',
  'w:autoSpaceDE',
  'w:autoSpaceDN',
  'w:snapToGrid',
  'w:spacing',
  'w:ind',
  'w:jc',
  'w:rPr',
];

export class GridParagraph extends Paragraph {
  readonly #steps: Steps;

  constructor(options: IParagraphOptions, steps: Steps) {
    // A property of its own, however empty: it is there to be added to.
    super({ widowControl: true, ...options });
    this.#steps = steps;
    steps.drawn();
  }
  override prepForXml(context: IContext): IXmlableObject | undefined {
    const made = super.prepForXml(context) as { 'w:p': Property[] } | undefined;
    this.#steps.written();
    if (made === undefined) return undefined;
    return {
      'w:p': made['w:p'].map((child) => ('w:pPr' in child ? withAdded(child as { 'w:pPr': Property[] }) : child)),
    };
  }
}

function withAdded({ 'w:pPr': properties }: { 'w:pPr': Property[] }): Property {
  return { 'w:pPr': [...properties, ...ADDED].toSorted((a, b) => rankOf(a) - rankOf(b)) };
}

function rankOf(property: Property): number {
  const rank = ORDER.findIndex((name) => name in property);
  return rank < 0 ? ORDER.length : rank;
}
