/**
 * Where everything stands in the picture, in picture units: rows under each other, in each as many tracks as it takes that no
 * words lie over others. What is too crowded keeps its shape and loses its words; they are read where it is pointed at.
 */
import { endOf, type Item, type Lane, type Row, startOf, type Timeline } from './items.ts';

export type View = { from: number; to: number };
/** `em`: the size of type. `plot`: where the rows' names end. */
export type Sheet = { width: number; em: number; plot: number };
export type Drawn = {
  item: Item;
  x: number;
  width: number;
  track: number;
  label: string | null;
  labelX: number;
  /** The words end there instead of beginning. */
  isLabelBefore: boolean;
};
export type DrawnRow = { row: Row; y: number; height: number; track: number; items: Drawn[] };
export type Layout = {
  rows: DrawnRow[];
  height: number;
  view: View;
  /** The picture's own instant: what goes on ends there. */
  until: number;
  sheet: Sheet;
  xOf: (at: number) => number;
};

const TRACK = 1.7;
const GAP = 0.5;
const SHAPE = 0.9;
/** What is more crowded than that keeps its shapes, on one track more. */
const MOST_TRACKS: Readonly<Record<Lane, number>> = {
  facts: 4,
  figures: 1,
  grade: 1,
  level: 3,
  reports: 4,
  obligations: 1,
  groups: 3,
  tasks: 10,
  instructions: 6,
  bulletins: 3,
};
const STRIPS: readonly Lane[] = ['grade', 'level', 'groups'];

export function layoutOf(
  timeline: Timeline,
  view: View,
  sheet: Sheet,
  labelOf: (item: Item, row: Row) => string,
): Layout {
  const { em, plot, width } = sheet;
  const scale = (width - plot - em) / Math.max(1, view.to - view.from);
  const xOf = (at: number) => plot + (at - view.from) * scale;
  let y = 0;
  let before: Row | null = null;
  const rows = timeline.rows.map((row): DrawnRow => {
    if (before !== null && before.lane !== row.lane) y += em * 0.5;
    before = row;
    const items = place(row, { timeline, view, sheet, xOf, labelOf });
    const tracks = 1 + Math.max(0, ...items.map(({ track }) => track));
    const track = em * (row.lane === 'figures' ? 2.6 : TRACK);
    const drawn = { row, y, height: tracks * track, track, items };
    y += drawn.height;
    return drawn;
  });
  return { rows, height: y, view, until: timeline.until, sheet, xOf };
}

type Placing = {
  timeline: Timeline;
  view: View;
  sheet: Sheet;
  xOf: (at: number) => number;
  labelOf: (item: Item, row: Row) => string;
};

function place(row: Row, placing: Placing): Drawn[] {
  const { timeline, view } = placing;
  const seen = row.items.filter((item) => startOf(item) <= view.to && shownEnd(item, timeline) >= view.from);
  if (row.lane === 'figures') return placeSteps(seen, row, placing);
  const tracks = new Tracks(MOST_TRACKS[row.lane], placing.sheet);
  const last = row.items.at(-1);
  // One after the other by nature: all on the first track, and what happened meanwhile under them.
  const isStrip = STRIPS.includes(row.lane) && row.name.kind !== 'units';
  const strip = isStrip ? seen.filter(({ kind }) => kind === 'span') : [];
  if (strip.length > 0) tracks.keep(0);
  let before = placing.sheet.plot;
  return seen.map((item): Drawn => {
    const shape = shapeOf(item, placing);
    const free = before;
    before = Math.max(before, shape.x + shape.width + placing.sheet.em * GAP);
    const words = item.kind === 'bar' && item !== last ? '' : placing.labelOf(item, row);
    if (isStrip && item.kind === 'span') return onStrip(item, shape, words, placing);
    if (item.kind === 'bar') return onRow(item, shape, words, { placing, free });
    return { item, ...shape, ...tracks.take(item, shape, words) };
  });
}

type Shape = { x: number; width: number };

function shapeOf(item: Item, { timeline, sheet: { em, plot, width }, xOf }: Placing): Shape {
  const from = Math.max(plot, xOf(startOf(item)));
  if (item.kind === 'mark') return { x: from - (em * SHAPE) / 2, width: em * SHAPE };
  return { x: from, width: Math.max(em * 0.3, Math.min(width, xOf(shownEnd(item, timeline))) - from) };
}

/** As many of its words as stand inside it. */
function onStrip(item: Item, shape: Shape, words: string, { sheet: { em } }: Placing): Drawn {
  const isRoom = widthOf(words, em) + em * 0.8 <= shape.width;
  return { item, ...shape, track: 0, label: isRoom ? words : null, labelX: shape.x + em * 0.4, isLabelBefore: false };
}

/** Windows of one row follow each other; the words of the last stand behind it, or at the edge before it, from `free` on. */
function onRow(item: Item, shape: Shape, words: string, { placing, free }: { placing: Placing; free: number }): Drawn {
  const { em, width } = placing.sheet;
  const size = widthOf(words, em);
  const behind = shape.x + shape.width + em * 0.6;
  const isLabelBefore = behind + size > width;
  const labelX = isLabelBefore ? shape.x - em * 0.6 : behind;
  const isShown = words !== '' && (!isLabelBefore || labelX - size >= free);
  return { item, ...shape, track: 0, label: isShown ? words : null, labelX, isLabelBefore };
}

/** The numbers stand over the curve, each where it begins, if the one before leaves it room. */
function placeSteps(items: readonly Item[], row: Row, placing: Placing): Drawn[] {
  const { em, width } = placing.sheet;
  let end = 0;
  return items.map((item): Drawn => {
    const shape = shapeOf(item, placing);
    const words = placing.labelOf(item, row);
    const size = widthOf(words, em);
    // What nobody asked yet gives way to what was said next.
    const isQuiet = item.kind === 'step' && item.source === null && size + em > shape.width;
    const labelX = Math.min(shape.x + em * 0.2, width - size);
    const isShown = !isQuiet && labelX >= end;
    if (isShown) end = labelX + size + em * GAP;
    return { item, ...shape, track: 0, label: isShown ? words : null, labelX, isLabelBefore: false };
  });
}

type Taken = Pick<Drawn, 'track' | 'label' | 'labelX' | 'isLabelBefore'>;

/** Where each track is taken up to. What finds no room for its words stands without them; what finds none at all, on a track of the crowd. */
class Tracks {
  readonly #ends: number[] = [];
  readonly #most: number;
  readonly #sheet: Sheet;

  constructor(most: number, sheet: Sheet) {
    this.#most = most;
    this.#sheet = sheet;
  }

  keep(track: number): void {
    this.#ends[track] = Number.POSITIVE_INFINITY;
  }

  take(item: Item, { x, width: size }: Shape, words: string): Taken {
    const { em, plot } = this.#sheet;
    const shapeEnd = x + size;
    const room = widthOf(words, em) + em * GAP;
    const bare = { label: null, labelX: x, isLabelBefore: false };
    if (words !== '') {
      const isInside = item.kind === 'span' && room + em * 0.4 <= size;
      const labelX = isInside ? x + em * 0.4 : shapeEnd + em * 0.35;
      const end = isInside ? shapeEnd : labelX + room;
      const behind = this.#free(x, end);
      if (behind !== null) {
        this.#ends[behind] = end;
        return { track: behind, label: words, labelX, isLabelBefore: false };
      }
      const start = x - room - em * 0.35;
      const ahead = isInside || start < plot ? null : this.#free(start, shapeEnd);
      if (ahead !== null) {
        this.#ends[ahead] = shapeEnd + em * 0.2;
        return { track: ahead, label: words, labelX: x - em * 0.35, isLabelBefore: true };
      }
    }
    const free = this.#free(x, Math.min(shapeEnd, this.#sheet.width));
    if (free !== null) this.#ends[free] = shapeEnd;
    return { track: free ?? this.#most, ...bare };
  }

  #free(from: number, to: number): number | null {
    if (to > this.#sheet.width) return null;
    const found = this.#ends.findIndex((end) => end <= from);
    if (found >= 0) return found;
    return this.#ends.length < this.#most ? this.#ends.length : null;
  }
}

/** Where its shape ends: what goes on ends at the instant of the picture, an obligation's window at its limit. */
export function shownEnd(item: Item, { until }: Timeline): number {
  switch (item.kind) {
    case 'mark':
      return item.at;
    case 'bar':
      return Math.max(item.endedAt ?? until, item.endedAt === null ? (item.dueAt ?? until) : item.from);
    case 'span':
    case 'step':
      return item.to === null ? Math.max(until, endOf(item)) : item.to;
  }
}

/** Hanzi are as wide as high, Latin about half: enough to keep words apart without asking who draws them. */
export const widthOf = (text: string, em: number): number => {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * em;
};
const emsOf = (character: string): number => ((character.codePointAt(0) ?? 0) > 0xff ? 1 : 0.58);

/** As much of a text as there is room for. */
export function fitted(text: string, ems: number): string {
  let used = 0;
  let cut = '';
  for (const character of text) {
    used += emsOf(character);
    if (used > ems) return `${cut}…`;
    cut += character;
  }
  return cut;
}

export const LONGEST_LABEL = 16;
/** Never within a number: 12 cut to 1 would be another. */
export function shortened(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= LONGEST_LABEL) return text;
  const kept = characters.slice(0, LONGEST_LABEL - 1).join('');
  const isInNumber = /[\d.]$/.test(kept) && /[\d.]/.test(characters[LONGEST_LABEL - 1] ?? '');
  return `${isInNumber ? kept.replace(/[\d.]+$/, '') : kept}…`;
}
