/**
 * What a paper with tables or pictures was when it was signed: its text alone does not bring those back. The same shapes as
 * `shared/documents` draws.
 */
import { z } from 'zod';
import { INKS, type Ink } from '#shared/documents/drawing.ts';

const MAX_TEXT = 5000;
const MAX_BLOCKS = 500;
const MAX_ROWS = 5000;
const MAX_SHAPES = 10_000;

const text = z.string().max(MAX_TEXT);
const kind = <Kind extends string>(name: Kind) => z.literal(name);

export const paperBlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: kind('heading'), level: z.union([z.literal(1), z.literal(2)]), text }),
  z.strictObject({ kind: kind('paragraph'), text }),
  z.strictObject({ kind: kind('list'), items: z.array(text).max(MAX_BLOCKS).readonly() }),
  z.strictObject({
    kind: kind('table'),
    columns: z
      .array(z.strictObject({ header: text, share: z.number().positive() }))
      .max(50)
      .readonly(),
    rows: z.array(z.array(text).max(50).readonly()).max(MAX_ROWS).readonly(),
  }),
]);
export const paperBlocksSchema = z.array(paperBlockSchema).max(MAX_BLOCKS).readonly();

const number = z.number();
const point = z.tuple([number, number]).readonly();
const ink = z.enum(Object.keys(INKS) as [Ink, ...Ink[]]);
const stroke = z.strictObject({ ink, widthPt: number, isDashed: z.boolean() });
const look = { fill: z.union([ink, z.literal('hatched')]).nullable(), stroke: stroke.nullable() };

const shapeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: kind('line'), from: point, to: point, stroke }),
  z.strictObject({ kind: kind('rectangle'), x: number, y: number, width: number, height: number, ...look }),
  z.strictObject({ kind: kind('circle'), x: number, y: number, r: number, ...look }),
  z.strictObject({ kind: kind('polygon'), points: z.array(point).max(MAX_BLOCKS).readonly(), ...look }),
  z.strictObject({
    kind: kind('text'),
    text,
    x: number,
    y: number,
    sizePt: number,
    anchor: z.enum(['start', 'middle', 'end']),
    font: z.enum(['label', 'strong', 'headline']),
    ink,
    isStruck: z.boolean(),
  }),
]);
export const drawingSchema = z.strictObject({
  title: text,
  widthPt: number,
  heightPt: number,
  shapes: z.array(shapeSchema).max(MAX_SHAPES).readonly(),
});
export const paperAnnexesSchema = z.array(drawingSchema).max(50).readonly();
