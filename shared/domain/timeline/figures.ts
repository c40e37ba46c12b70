/**
 * What each item of the picture looks like: plain shapes with a look each, in picture units. The screen, its A3 sheet and the
 * papers draw the same shapes, each in its own ink. Nothing is told by colour alone.
 */
import type { Bar, Item, Row, Step } from './items.ts';
import type { Drawn, DrawnRow, Layout } from './layout.ts';

export type Look =
  | 'mark'
  | 'report'
  | 'struck'
  | 'span'
  | 'spanUnknown'
  | 'spanWaiting'
  | 'window'
  | 'windowOpen'
  | 'windowGone'
  | 'late'
  | 'limit'
  | 'met'
  | 'metLate'
  | 'unknown'
  | 'step'
  | 'stepVerifying'
  | 'stepTop'
  | 'stepTopVerifying';

export type Point = readonly [number, number];
export type Figure =
  | { kind: 'rectangle'; look: Look; x: number; y: number; width: number; height: number }
  | { kind: 'circle'; look: Look; x: number; y: number; r: number }
  | { kind: 'polygon'; look: Look; points: readonly Point[] }
  | { kind: 'line'; look: Look; from: Point; to: Point };

/** In ems: heights of what lasts, radii of what happens at an instant. */
const HEIGHT = { span: 1.4, window: 0.44, late: 0.2, limit: 1.2, spanLimit: 1.4 } as const;
const RADIUS = { mark: 0.4, met: 0.38 } as const;
const THINNEST = 0.15;
/** Of a row of figures: where its curve stands, and how high it goes. */
const CURVE = { bottom: 0.46, most: 0.48 } as const;

/** Where the middle of an item's track is, from its row's upper edge. */
export const middleOf = ({ track }: Pick<Drawn, 'track'>, row: Pick<DrawnRow, 'track'>): number =>
  (track + 0.5) * row.track;

/** Where its words are centred: those of a curve stand over it. */
export const labelMiddle = (drawn: Drawn, row: DrawnRow): number =>
  middleOf(drawn, row) - (drawn.item.kind === 'step' ? row.track * 0.27 : 0);

export const isLate = (item: Item): boolean =>
  item.kind === 'bar' && (item.state === 'fulfilledLate' || item.state === 'overdue');

/** From the row's upper edge. */
export function figuresOf(drawn: Drawn, row: DrawnRow, layout: Layout): Figure[] {
  const { item } = drawn;
  const middle = middleOf(drawn, row);
  switch (item.kind) {
    case 'mark':
      return markFigures(drawn, row.row, middle, layout.sheet.em, item.isStruck);
    case 'span':
      return spanFigures(drawn, middle, layout);
    case 'bar':
      return barFigures(item, middle, layout);
    case 'step':
      return stepFigures(item, drawn, row);
  }
}

function markFigures({ x, width }: Drawn, { lane }: Row, middle: number, em: number, isStruck: boolean): Figure[] {
  const r = em * RADIUS.mark;
  const centre = x + width / 2;
  if (isStruck) return crossAt(centre, middle, r);
  if (lane === 'reports') return [{ kind: 'circle', look: 'report', x: centre, y: middle, r }];
  return [diamondAt(centre, middle, r)];
}

export const diamondAt = (x: number, y: number, r: number): Figure => ({
  kind: 'polygon',
  look: 'mark',
  points: [
    [x, y - r],
    [x + r, y],
    [x, y + r],
    [x - r, y],
  ],
});

export const crossAt = (x: number, y: number, r: number): Figure[] => [
  { kind: 'line', look: 'struck', from: [x - r, y - r], to: [x + r, y + r] },
  { kind: 'line', look: 'struck', from: [x - r, y + r], to: [x + r, y - r] },
];

function spanFigures({ item, x, width }: Drawn, middle: number, { xOf, sheet }: Layout): Figure[] {
  if (item.kind !== 'span') return [];
  const { em, plot } = sheet;
  const height = em * HEIGHT.span;
  const limit = item.limit === null ? null : xOf(item.limit);
  return [
    { kind: 'rectangle', look: spanLook(item), x, y: middle - height / 2, width, height },
    ...(limit !== null && limit > plot && limit < sheet.width ? [limitAt(limit, middle, em * HEIGHT.spanLimit)] : []),
  ];
}

function spanLook({ what }: Item & { kind: 'span' }): Look {
  if (what.kind === 'grade' && what.grade === null) return 'spanUnknown';
  const isWaiting = (what.kind === 'unit' && !what.isThere) || (what.kind === 'group' && what.state === 'forming');
  return isWaiting ? 'spanWaiting' : 'span';
}

const limitAt = (x: number, middle: number, height: number): Figure => ({
  kind: 'line',
  look: 'limit',
  from: [x, middle - height / 2],
  to: [x, middle + height / 2],
});

/** Window, the stretch beyond the limit, the limit, and the report: a ring on time, a square when it was late. */
function barFigures(bar: Bar, middle: number, { xOf, sheet, view, until: now }: Layout): Figure[] {
  const { em, plot, width } = sheet;
  const within = (at: number) => Math.min(width, Math.max(plot, xOf(at)));
  const isIn = (at: number) => at >= view.from && at <= view.to;
  const isGone = bar.state === 'superseded' || bar.state === 'waived';
  const isOver = bar.endedAt !== null;
  const until = bar.endedAt ?? Math.max(bar.from, now);
  const end = bar.dueAt !== null && !isOver ? Math.max(bar.dueAt, bar.from) : until;
  const windowEnd = bar.dueAt === null ? end : Math.max(bar.from, Math.min(end, bar.dueAt));
  const stretch = (look: Look, from: number, to: number, height: number): Figure => ({
    kind: 'rectangle',
    look,
    x: within(from),
    y: middle - (em * height) / 2,
    width: Math.max(em * THINNEST, within(to) - within(from)),
    height: em * height,
  });
  const open: Look = bar.dueAt === null && !isOver ? 'windowOpen' : 'window';
  const isBeyond = bar.dueAt !== null && !isGone && until > bar.dueAt;
  const met = bar.endedAt !== null && !isGone && isIn(bar.endedAt) ? xOf(bar.endedAt) : null;
  return [
    stretch(isGone ? 'windowGone' : open, bar.from, windowEnd, HEIGHT.window),
    ...(isBeyond ? [stretch('late', Math.max(bar.dueAt ?? 0, bar.from), until, HEIGHT.late)] : []),
    ...(bar.dueAt !== null && !isGone && isIn(bar.dueAt) ? [limitAt(xOf(bar.dueAt), middle, em * HEIGHT.limit)] : []),
    ...(met === null ? [] : [metAt(met, middle, em, bar.state === 'fulfilledLate' ? 'metLate' : 'met')]),
  ];
}

export function metAt(x: number, y: number, em: number, look: 'met' | 'metLate'): Figure {
  const r = em * RADIUS.met;
  if (look === 'met') return { kind: 'circle', look, x, y, r };
  return { kind: 'rectangle', look, x: x - r, y: y - r, width: 2 * r, height: 2 * r };
}

/** As high as its number against the most of the night; unknown is hatched over the whole height. */
function stepFigures(step: Step, { x, width, track }: Drawn, row: DrawnRow): Figure[] {
  const bottom = middleOf({ track }, row) + row.track * CURVE.bottom;
  const most = CURVE.most * row.track;
  if (step.n === null) return [{ kind: 'rectangle', look: 'unknown', x, y: bottom - most, width, height: most }];
  const largest = Math.max(1, ...row.row.items.map((each) => (each.kind === 'step' ? (each.n ?? 0) : 0)));
  const height = most * (step.n / largest);
  const top = bottom - height;
  const area = { kind: 'rectangle', x, y: top, width, height } as const;
  return [
    { ...area, look: 'step' },
    ...(step.beingVerified ? [{ ...area, look: 'stepVerifying' as const }] : []),
    {
      kind: 'line',
      look: step.beingVerified ? 'stepTopVerifying' : 'stepTop',
      from: [x, top],
      to: [x + width, top],
    },
  ];
}
