/**
 * A picture as Word draws it itself: one group of shapes, its words real text that is found and copied. What the library
 * has no options for is written as it stands in the schema (wordprocessingGroup, wordprocessingShape).
 */
import { type IContext, type IXmlableObject, LineRuleType, Run } from 'docx';
import { type Drawing, type DrawnText, type Fill, INKS, type Point, type Shape, type Stroke } from '../drawing.ts';
import { FONTS, widthInCharacters } from '../layout.ts';
import { GridParagraph } from './gridParagraph.ts';
import type { Steps } from './progress.ts';
import { emus, halfPoints, twips } from './units.ts';

type Xml = string | { readonly [name: string]: readonly Xml[] | { _attr: Attributes } | Attributes };
type Attributes = Readonly<Record<string, string | number>>;

const DRAWING_ML = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const GROUP = 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup';
/** Text takes about that much more than its size. */
const LINE = 1.3;
/** An office that lacks a font takes a wider one; words that do not fit would go onto a second line and be lost. */
const SLACK = 1.35;

export function drawAnnex(drawing: Drawing, id: number, steps: Steps): GridParagraph {
  return new GridParagraph(
    // As high as the picture: the grid's exact line would cut it.
    { spacing: { line: 240, lineRule: LineRuleType.AUTO }, children: [new DrawingRun(drawing, id)] },
    steps,
  );
}

class DrawingRun extends Run {
  readonly #drawing: Drawing;
  readonly #id: number;

  constructor(drawing: Drawing, id: number) {
    super({});
    this.#drawing = drawing;
    this.#id = id;
  }
  override prepForXml(_: IContext): IXmlableObject {
    return node('w:r', {}, [
      node('mc:AlternateContent', {}, [
        node('mc:Choice', { Requires: 'wpg' }, [inlineDrawing(this.#drawing, this.#id)]),
      ]),
    ]) as IXmlableObject;
  }
}

const node = (name: string, attributes: Attributes = {}, children: readonly Xml[] = []): Xml => ({
  [name]: children.length === 0 ? { _attr: attributes } : [{ _attr: attributes }, ...children],
});

function inlineDrawing({ title, widthPt, heightPt, shapes }: Drawing, id: number): Xml {
  const extent = { cx: emus(widthPt), cy: emus(heightPt) };
  const frame = node('a:xfrm', {}, [
    node('a:off', { x: 0, y: 0 }),
    node('a:ext', extent),
    node('a:chOff', { x: 0, y: 0 }),
    node('a:chExt', extent),
  ]);
  return node('w:drawing', {}, [
    node('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
      node('wp:extent', extent),
      node('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
      node('wp:docPr', { id, name: `picture ${id}`, descr: title }),
      node('wp:cNvGraphicFramePr'),
      node('a:graphic', { 'xmlns:a': DRAWING_ML }, [
        node('a:graphicData', { uri: GROUP }, [
          node('wpg:wgp', {}, [
            node('wpg:cNvGrpSpPr'),
            node('wpg:grpSpPr', {}, [frame]),
            // The group is as large as what stands in it: a frame that is not seen holds it open.
            shapeXml(1, boxOf(0, 0, widthPt, heightPt), { geometry: preset('rect'), fill: null, stroke: null }),
            ...shapes.map((shape, index) => drawShape(shape, index + 2, widthPt)),
          ]),
        ]),
      ]),
    ]),
  ]);
}

type Box = { x: number; y: number; width: number; height: number; isFlipped: boolean };
type Look = { geometry: Xml; fill: Fill | null; stroke: Stroke | null };

const boxOf = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height, isFlipped: false });
const preset = (prst: 'rect' | 'ellipse' | 'line'): Xml => node('a:prstGeom', { prst }, [node('a:avLst')]);

function drawShape(shape: Shape, id: number, widthPt: number): Xml {
  switch (shape.kind) {
    case 'line':
      return shapeXml(id, lineBox(shape.from, shape.to), {
        geometry: preset('line'),
        fill: null,
        stroke: shape.stroke,
      });
    case 'rectangle': {
      const { x, y, width, height } = shape;
      return shapeXml(id, boxOf(x, y, width, height), { ...shape, geometry: preset('rect') });
    }
    case 'circle': {
      const { x, y, r } = shape;
      return shapeXml(id, boxOf(x - r, y - r, 2 * r, 2 * r), { ...shape, geometry: preset('ellipse') });
    }
    case 'polygon': {
      const box = boundsOf(shape.points);
      return shapeXml(id, box, { ...shape, geometry: polygonXml(shape.points, box) });
    }
    case 'text':
      return textXml(shape, id, widthPt);
  }
}

/** Down to the right as it is; up to the right turned over. */
function lineBox([x1, y1]: Point, [x2, y2]: Point): Box {
  const box = boxOf(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
  return { ...box, isFlipped: (x2 - x1) * (y2 - y1) < 0 };
}

function boundsOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return boxOf(left, top, Math.max(...xs) - left, Math.max(...ys) - top);
}

function polygonXml(points: readonly Point[], { x: left, y: top, width, height }: Box): Xml {
  const at = ([x, y]: Point) => node('a:pt', { x: emus(x - left), y: emus(y - top) });
  return node('a:custGeom', {}, [
    ...['a:avLst', 'a:gdLst', 'a:ahLst', 'a:cxnLst'].map((name) => node(name)),
    node('a:rect', { l: 0, t: 0, r: 'r', b: 'b' }),
    node('a:pathLst', {}, [
      node('a:path', { w: emus(width), h: emus(height) }, [
        ...points.map((point, index) => node(index === 0 ? 'a:moveTo' : 'a:lnTo', {}, [at(point)])),
        node('a:close'),
      ]),
    ]),
  ]);
}

function shapeXml(id: number, box: Box, look: Look, text: readonly Xml[] = [node('wps:bodyPr')]): Xml {
  const { x, y, width, height, isFlipped } = box;
  return node('wps:wsp', {}, [
    node('wps:cNvPr', { id, name: `shape ${id}` }),
    node('wps:cNvSpPr'),
    node('wps:spPr', {}, [
      node('a:xfrm', isFlipped ? { flipV: 1 } : {}, [
        node('a:off', { x: emus(x), y: emus(y) }),
        node('a:ext', { cx: emus(width), cy: emus(height) }),
      ]),
      look.geometry,
      fillXml(look.fill),
      strokeXml(look.stroke),
    ]),
    ...text,
  ]);
}

const colour = (ink: keyof typeof INKS): Xml => node('a:srgbClr', { val: INKS[ink] });

function fillXml(fill: Fill | null): Xml {
  if (fill === null) return node('a:noFill');
  if (fill !== 'hatched') return node('a:solidFill', {}, [colour(fill)]);
  return node('a:pattFill', { prst: 'ltUpDiag' }, [
    node('a:fgClr', {}, [colour('middle')]),
    node('a:bgClr', {}, [colour('white')]),
  ]);
}

function strokeXml(stroke: Stroke | null): Xml {
  if (stroke === null) return node('a:ln', {}, [node('a:noFill')]);
  const { ink, widthPt, isDashed } = stroke;
  return node('a:ln', { w: emus(widthPt) }, [
    node('a:solidFill', {}, [colour(ink)]),
    ...(isDashed ? [node('a:prstDash', { val: 'sysDash' })] : []),
  ]);
}

const FACES = { label: FONTS.pageNumber, strong: FONTS.heading1, headline: FONTS.title } as const;
const SIDES = { start: 'left', middle: 'center', end: 'right' } as const;

function textXml({ text, x, y, sizePt, anchor, font, ink, isStruck }: DrawnText, id: number, widthPt: number): Xml {
  const size = widthInCharacters(text) * sizePt * SLACK + sizePt;
  const left = { start: x, middle: x - size / 2, end: x - size }[anchor];
  const from = Math.max(0, left);
  const height = sizePt * LINE;
  const box = boxOf(from, y - height / 2, Math.min(widthPt, left + size) - from, height);
  const face = FACES[font];
  const run = node('w:r', {}, [
    node('w:rPr', {}, [
      node('w:rFonts', { 'w:ascii': face, 'w:hAnsi': face, 'w:eastAsia': face, 'w:cs': face }),
      ...(isStruck ? [node('w:strike')] : []),
      node('w:color', { 'w:val': INKS[ink] }),
      node('w:spacing', { 'w:val': 0 }),
      node('w:sz', { 'w:val': halfPoints(sizePt) }),
    ]),
    node('w:t', { 'xml:space': 'preserve' }, [text]),
  ]);
  const paragraph = node('w:p', {}, [
    node('w:pPr', {}, [
      ...['w:overflowPunct', 'w:autoSpaceDE', 'w:autoSpaceDN', 'w:snapToGrid'].map((name) =>
        node(name, { 'w:val': 'false' }),
      ),
      node('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': twips(height), 'w:lineRule': 'exact' }),
      node('w:jc', { 'w:val': SIDES[anchor] }),
    ]),
    run,
  ]);
  return shapeXml(id, box, { geometry: preset('rect'), fill: null, stroke: null }, [
    node('wps:txbx', {}, [node('w:txbxContent', {}, [paragraph])]),
    node('wps:bodyPr', { wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 'ctr' }, [node('a:noAutofit')]),
  ]);
}
