/**
 * The picture of the night as an annex of the evaluation record [plan 5.2]: the timeline that the screen shows, drawn on
 * pages that are laid across. The type is as large as lets it stand on as few pages as can be, never smaller than 6 pt: what
 * does not fit on one goes on, row after row, on the next under the same clock times.
 */
import { DRILL, sourceText } from '#shared/documents/document.ts';
import {
  type Drawing,
  type DrawnText,
  dashed,
  type Fill,
  type Point,
  type Shape,
  type Stroke,
  stroke,
} from '#shared/documents/drawing.ts';
import { ANNEX_PT, widthInCharacters } from '#shared/documents/layout.ts';
import { clockText, timeText, zoneOffset } from '../report/timeText.ts';
import { onPaper } from '../report/words.ts';
import { axisTicks, tickText } from '../timeline/axis.ts';
import { crossAt, diamondAt, type Figure, figuresOf, type Look, labelMiddle, metAt } from '../timeline/figures.ts';
import { type DrawnRow, fitted, type Layout, layoutOf, shortened, widthOf } from '../timeline/layout.ts';
import { timelineOf } from '../timeline/timeline.ts';
import { fullTime, type PaperContext, type PaperFacts } from './paper.ts';
import { itemText, rowText } from './timelineWords.ts';

const SIZES_PT = [9, 8, 7, 6.5, 6] as const;
/** Room that rows' names have, and that is kept free at the right edge for wider fonts, in ems. */
const NAMES = 15;
const EDGE = 2;
/** From the upper edge: the title, what the shapes mean, the clock times; the rows; where the log stood. */
const TITLE_PT = { middle: 11, size: 16 } as const;
const LEGEND_PT = 33;
const AXIS_PT = 49;
const ROWS_PT = 57;
const FOOT_PT = 12;
const SMALL_PT = 7.5;

export function timelineDrawings(context: PaperContext, { file, response, words }: PaperFacts): Drawing[] {
  const { plan, at } = context;
  const timeline = timelineOf({ plan, file, response, asOf: null, now: at });
  const layouts = SIZES_PT.map((em) =>
    layoutOf(
      timeline,
      { from: timeline.from, to: timeline.to },
      { em, plot: em * NAMES, width: ANNEX_PT.width - em * EDGE },
      (item) => shortened(itemText(plan, words, item)),
    ),
  );
  const room = ANNEX_PT.height - ROWS_PT - FOOT_PT;
  const [chosen] = layouts
    .map((layout) => ({ layout, pages: pagesOf(layout.rows, room) }))
    .toSorted((a, b) => a.pages.length - b.pages.length);
  if (chosen === undefined) return [];
  const { layout, pages } = chosen;
  const title = `${onPaper(file.title)}处置时间线`;
  return pages.map((rows, index) => {
    const part = pages.length === 1 ? '' : `（${index + 1}／${pages.length}）`;
    return {
      title: `${context.isDrill ? `${DRILL}　` : ''}${title}${part}`,
      widthPt: ANNEX_PT.width,
      heightPt: ANNEX_PT.height,
      shapes: rounded([
        ...headOf(`${title}${part}`),
        ...axisOf(context, layout, rows),
        ...rows.flatMap((row) => rowShapes(context, row, layout, ROWS_PT - topOf(rows))),
        ...footOf(context),
      ]),
    };
  });
}

/** To a hundredth of a point: a signed one is kept in the log. */
const HUNDREDTHS = 100;
const round = (n: number): number => Math.round(n * HUNDREDTHS) / HUNDREDTHS;
const roundPoint = ([x, y]: Point): Point => [round(x), round(y)];

function rounded(shapes: readonly Shape[]): Shape[] {
  return shapes.map((shape): Shape => {
    switch (shape.kind) {
      case 'line':
        return { ...shape, from: roundPoint(shape.from), to: roundPoint(shape.to) };
      case 'polygon':
        return { ...shape, points: shape.points.map(roundPoint) };
      case 'rectangle':
        return {
          ...shape,
          x: round(shape.x),
          y: round(shape.y),
          width: round(shape.width),
          height: round(shape.height),
        };
      case 'circle':
        return { ...shape, x: round(shape.x), y: round(shape.y), r: round(shape.r) };
      case 'text':
        return { ...shape, x: round(shape.x), y: round(shape.y), sizePt: round(shape.sizePt) };
    }
  });
}

const topOf = ([first]: readonly DrawnRow[]): number => first?.y ?? 0;

/** Whole rows, as many as there is room for. */
function pagesOf(rows: readonly DrawnRow[], room: number): DrawnRow[][] {
  const pages: DrawnRow[][] = [];
  for (const row of rows) {
    const page = pages.at(-1);
    if (page !== undefined && row.y + row.height - topOf(page) <= room) page.push(row);
    else pages.push([row]);
  }
  return pages;
}

type TextLook = Partial<Omit<DrawnText, 'kind' | 'text' | 'x' | 'y' | 'sizePt'>>;
const write = (text: string, x: number, y: number, sizePt: number, look: TextLook = {}): DrawnText => ({
  kind: 'text',
  text,
  x,
  y,
  sizePt,
  anchor: 'start',
  font: 'label',
  ink: 'black',
  isStruck: false,
  ...look,
});

function headOf(title: string): Shape[] {
  const { middle, size } = TITLE_PT;
  const room = ANNEX_PT.width - 8 * size;
  const titleSize = Math.min(size, room / Math.max(1, widthInCharacters(title)));
  return [
    write('附件', 0, middle, size, { font: 'strong' }),
    write(title, ANNEX_PT.width / 2, middle, titleSize, { font: 'headline', anchor: 'middle' }),
    ...legend(),
  ];
}

/** The shapes and what they say. */
function legend(): Shape[] {
  const em = SMALL_PT;
  const y = LEGEND_PT;
  const rectangle = (look: Look, height: number) => (x: number) =>
    [{ kind: 'rectangle', look, x: x - em, y: y - height / 2, width: 2 * em, height }] satisfies Figure[];
  const entries: readonly (readonly [string, (x: number) => Figure[]])[] = [
    ['事项', (x) => [diamondAt(x, y, em * 0.4)]],
    ['报告', (x) => [{ kind: 'circle', look: 'report', x, y, r: em * 0.4 }]],
    ['按时', (x) => [metAt(x, y, em, 'met')]],
    ['迟报', (x) => [metAt(x, y, em, 'metLate')]],
    ['时限', (x) => [{ kind: 'line', look: 'limit', from: [x, y - em * 0.6], to: [x, y + em * 0.6] }]],
    ['时限之内', rectangle('window', em * 0.44)],
    ['超过时限', rectangle('late', em * 0.2)],
    ['不再适用、免报', rectangle('windowGone', em * 0.44)],
    ['未知、正在核实', rectangle('unknown', em)],
    ['已划去', (x) => crossAt(x, y, em * 0.4)],
  ];
  let right = ANNEX_PT.width - em * EDGE;
  // From the right edge on, the first one leftmost.
  return entries
    .toReversed()
    .map(([text, figures]) => {
      const start = right - widthOf(text, em);
      right = start - em * 3.4;
      return [...figures(start - em * 1.6).flatMap(inked), write(text, start, y, em)];
    })
    .toReversed()
    .flat();
}

function axisOf({ plan: { timeZone } }: PaperContext, layout: Layout, rows: readonly DrawnRow[]): Shape[] {
  const { xOf, until, view, sheet } = layout;
  const last = rows.at(-1);
  const bottom = ROWS_PT + (last === undefined ? 0 : last.y + last.height - topOf(rows));
  const ticks = axisTicks(layout, zoneOffset(view.from, timeZone));
  const words = {
    day: (at: number) => timeText({ at, precision: 'minute' }, timeZone).replace(/日.*$/, '日'),
    time: (at: number) => clockText(at, timeZone).slice(0, 5),
  };
  const upright = (x: number, look: Stroke): Shape => ({
    kind: 'line',
    from: [x, ROWS_PT - 3],
    to: [x, bottom],
    stroke: look,
  });
  return [
    ...ticks.map((at) => upright(xOf(at), stroke('light', 0.5))),
    ...(until > view.from && until <= view.to ? [upright(xOf(until), dashed('black', 0.9))] : []),
    ...ticks.map((at) => write(tickText(ticks, at, words), xOf(at), AXIS_PT, sheet.em, { anchor: 'middle' })),
  ];
}

function rowShapes({ plan }: PaperContext, row: DrawnRow, layout: Layout, down: number): Shape[] {
  const { em, plot, width } = layout.sheet;
  const top = row.y + down;
  const isLane = row.row.name.kind === 'lane';
  const name = fitted(rowText(plan, row.row), plot / em - 0.8);
  return [
    {
      kind: 'line',
      from: [0, top + row.height],
      to: [width, top + row.height],
      stroke: stroke('light', 0.4),
    },
    write(name, 0, top + Math.min(row.height, row.track) / 2, em, { font: isLane ? 'strong' : 'label' }),
    // Shapes first: no words under a shape.
    ...row.items.flatMap((drawn) => figuresOf(drawn, row, layout).flatMap((figure) => inked(lowered(figure, top)))),
    ...row.items.flatMap((drawn): Shape[] => {
      const { item, label, labelX, isLabelBefore } = drawn;
      if (label === null || label === '') return [];
      const isStruck = item.kind === 'mark' && item.isStruck;
      const anchor = isLabelBefore ? 'end' : 'start';
      return [write(label, labelX, top + labelMiddle(drawn, row), em, { anchor, isStruck })];
    }),
  ];
}

function footOf({ plan, head, at }: PaperContext): Shape[] {
  const y = ANNEX_PT.height - SMALL_PT / 2 - 1;
  const right = ANNEX_PT.width - SMALL_PT * EDGE;
  return [
    write(`绘至${fullTime(plan, at)}`, right, y, SMALL_PT, { anchor: 'end' }),
    write(sourceText(head), 0, y, SMALL_PT),
  ];
}

function lowered(figure: Figure, by: number): Figure {
  switch (figure.kind) {
    case 'rectangle':
    case 'circle':
      return { ...figure, y: figure.y + by };
    case 'polygon':
      return { ...figure, points: figure.points.map(([x, y]) => [x, y + by] as const) };
    case 'line':
      return { ...figure, from: [figure.from[0], figure.from[1] + by], to: [figure.to[0], figure.to[1] + by] };
  }
}

type Inked = { fill: Fill | null; stroke: Stroke | null };
const THIN = stroke('dark', 0.4);
/** Each look in ink: as on the A3 sheet. */
const INKED: Readonly<Record<Look, Inked>> = {
  mark: { fill: 'dark', stroke: null },
  report: { fill: 'dark', stroke: null },
  struck: { fill: null, stroke: stroke('dark', 0.9) },
  span: { fill: 'pale', stroke: THIN },
  spanUnknown: { fill: 'hatched', stroke: dashed('dark', 0.4) },
  spanWaiting: { fill: null, stroke: dashed('dark', 0.4) },
  window: { fill: 'light', stroke: null },
  windowOpen: { fill: 'pale', stroke: null },
  windowGone: { fill: null, stroke: dashed('dark', 0.4) },
  late: { fill: 'black', stroke: null },
  limit: { fill: null, stroke: stroke('black', 1) },
  met: { fill: 'white', stroke: stroke('black', 1.1) },
  metLate: { fill: 'black', stroke: stroke('white', 0.4) },
  unknown: { fill: 'hatched', stroke: dashed('dark', 0.4) },
  step: { fill: 'light', stroke: null },
  stepVerifying: { fill: 'hatched', stroke: null },
  stepTop: { fill: null, stroke: stroke('black', 1) },
  stepTopVerifying: { fill: null, stroke: dashed('black', 1) },
};

function inked(figure: Figure): Shape[] {
  const { fill, stroke: line } = INKED[figure.look];
  switch (figure.kind) {
    case 'rectangle': {
      const { x, y, width, height } = figure;
      return [{ kind: 'rectangle', x, y, width, height, fill, stroke: line }];
    }
    case 'circle':
      return [{ kind: 'circle', x: figure.x, y: figure.y, r: figure.r, fill, stroke: line }];
    case 'polygon':
      return [{ kind: 'polygon', points: figure.points, fill, stroke: line }];
    case 'line':
      return line === null ? [] : [{ kind: 'line', from: figure.from, to: figure.to, stroke: line }];
  }
}
