/**
 * Values as they cross the boundary: instants, quantities, texts. Input is generous (what a person can write by hand),
 * output is one exact shape; anything else is refused with the field's name.
 */
import { z } from 'zod';
import type { Precision, Quantity, Timed } from '#shared/plan/facts.ts';
import { idSchema } from '#shared/plan/schema.ts';
import { parseQuantity } from './quantity.ts';

export { idSchema };

const ISO = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant with a zone, e.g. `2013-11-22T02:12+08:00`; without seconds it is known to the minute. */
export function parseInstant(text: string): Timed | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const at = Date.parse(`${match[1]}${match[2] ?? ':00'}${match[3]}`);
  if (Number.isNaN(at)) return null;
  // Date.parse rolls 02-30 over into March; such a date is a mistake, not an instant.
  if (!isRealDate(match[1] as string)) return null;
  return { at, precision: match[2] === undefined ? 'minute' : 'second' };
}

function isRealDate(dateTime: string): boolean {
  const asUtc = Date.parse(`${dateTime}:00Z`);
  return !Number.isNaN(asUtc) && new Date(asUtc).toISOString().startsWith(dateTime);
}

export const precisionSchema = z.enum(['second', 'minute', 'about']);

const isoString = z
  .string()
  .max(40)
  .refine((text) => parseInstant(text) !== null, { params: { code: 'instant' } });

/** A command's time: an ISO string, or `{at, precision}`. Becomes `{at: UTC ms, precision}`. */
export const timedSchema = z
  .union([isoString, z.strictObject({ at: isoString, precision: precisionSchema })])
  .transform((value): Timed => {
    const parsed = parseInstant(typeof value === 'string' ? value : value.at) as Timed;
    return typeof value === 'string' ? parsed : { at: parsed.at, precision: value.precision };
  })
  .meta({
    description: 'ISO 8601 with offset; without seconds it is known to the minute',
    examples: ['2026-01-26T02:12+08:00'],
  });

/** A time as it is stored in an event. */
export const storedTimedSchema = z.strictObject({ at: z.number().int(), precision: precisionSchema });

/** Keys pressed in one form, from its opening to saving. */
export const keysPressedSchema = z.number().int().min(0).max(1_000_000);

const count = z.number().min(0).max(100_000_000);

export const storedQuantitySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exact'), n: count }),
  z.strictObject({ kind: z.literal('atLeast'), n: count }),
  z.strictObject({ kind: z.literal('about'), n: count }),
  z
    .strictObject({ kind: z.literal('range'), from: count, to: count })
    .refine((r) => r.from <= r.to, { params: { code: 'rangeOrder' } }),
  z.strictObject({ kind: z.literal('unknown') }),
]);

/** A figure: `3`, `"3+"`, `"约3"`, `"3-5"`, `"unknown"`, or the stored shape. */
export const quantitySchema = z
  .union([
    count,
    z
      .string()
      .max(40)
      .refine((text) => parseQuantity(text) !== null, { params: { code: 'quantity' } }),
    storedQuantitySchema,
  ])
  .transform((value): Quantity => {
    if (typeof value === 'number') return { kind: 'exact', n: value };
    if (typeof value === 'string') return parseQuantity(value) as Quantity;
    return value;
  })
  .meta({
    description: 'exact, at least, about, range, or unknown (never 0)',
    examples: [3, '3+', '约3', '3-5', 'unknown'],
  });

export const triStateSchema = z.enum(['yes', 'no', 'unknown']);

/** Control characters would corrupt paper, terminals and exports; line breaks and tabs are allowed in long texts. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u0085\u2028\u2029\u202A-\u202E\u2066-\u2069]/;
const clean = (text: string) => !CONTROL.test(text);

/** One line of text, 1–200 characters after trimming. */
export const lineSchema = z
  .string()
  .max(1000)
  .transform((text) => text.trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(200)
      .refine((text) => clean(text) && !/[\r\n\t]/.test(text), { params: { code: 'controlCharacters' } }),
  );

/** A paragraph, 1–5,000 characters after trimming. */
export const paragraphSchema = z
  .string()
  .max(20_000)
  .transform((text) => text.trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(5000)
      .refine(clean, { params: { code: 'controlCharacters' } }),
  );

/** A text that may be 正在核实 (null). */
export const detailValueSchema = z.union([paragraphSchema, z.null()]);

export type { Precision, Quantity, Timed };
