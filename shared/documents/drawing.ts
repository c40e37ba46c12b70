/**
 * A picture on paper as plain data: shapes and words in points, from its upper left corner. Both renderers draw the same
 * shapes in the same order, in ink alone, so that a copy tells as much as the original.
 */

export const INKS = {
  black: '000000',
  dark: '444444',
  middle: '808080',
  light: 'C8C8C8',
  pale: 'E8E8E8',
  white: 'FFFFFF',
};
export type Ink = keyof typeof INKS;
/** `hatched`: thin slanted lines on white. */
export type Fill = Ink | 'hatched';
export type Stroke = { ink: Ink; widthPt: number; isDashed: boolean };
export type Point = readonly [number, number];

/** `y`: the middle of the line. `x`: where it begins, where it is centred or where it ends. */
export type DrawnText = {
  kind: 'text';
  text: string;
  x: number;
  y: number;
  sizePt: number;
  anchor: 'start' | 'middle' | 'end';
  font: 'label' | 'strong' | 'headline';
  ink: Ink;
  isStruck: boolean;
};

export type Shape =
  | { kind: 'line'; from: Point; to: Point; stroke: Stroke }
  | { kind: 'rectangle'; x: number; y: number; width: number; height: number; fill: Fill | null; stroke: Stroke | null }
  | { kind: 'circle'; x: number; y: number; r: number; fill: Fill | null; stroke: Stroke | null }
  | { kind: 'polygon'; points: readonly Point[]; fill: Fill | null; stroke: Stroke | null }
  | DrawnText;

export type Drawing = {
  /** What it shows, for whoever has it read out. */
  title: string;
  widthPt: number;
  heightPt: number;
  shapes: readonly Shape[];
};

/** Its words, in the order they are drawn in. */
export const textsOf = ({ shapes }: Drawing): string[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

export const stroke = (ink: Ink, widthPt: number): Stroke => ({ ink, widthPt, isDashed: false });
export const dashed = (ink: Ink, widthPt: number): Stroke => ({ ink, widthPt, isDashed: true });
