/**
 * The section of a plan package about warnings: where clues come from, the levels with who approves and issues each and in
 * whose name, what a warning must say, what is done while it is in force, who is told [plan 3.3, 3.4; ERL 63, 64, 70]. It
 * may be missing in an older package.
 */
import { z } from 'zod';
import { idSchema, labelled, sourced } from './basics.ts';

/** What a warning says. `authority`, `issuedAt` and `signedBy` come from the act of issuing, the others are written. */
export const warningFieldSchema = z.enum([
  'area',
  'kind',
  'level',
  'startsAt',
  'impact',
  'cautions',
  'measures',
  'authority',
  'issuedAt',
  'signedBy',
]);

/** Shown beside the word and the shape, never alone. */
export const warningColourSchema = z.enum(['blue', 'yellow', 'orange', 'red']);

/** Words of CAP 1.2 that a level stands for. */
const capSchema = z.strictObject({
  severity: z.enum(['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown']),
  certainty: z.enum(['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown']),
});

export const capCategorySchema = z.enum([
  'Geo',
  'Met',
  'Safety',
  'Security',
  'Rescue',
  'Fire',
  'Health',
  'Env',
  'Transport',
  'Infra',
  'CBRNE',
  'Other',
]);

export const warningLevelSchema = z.strictObject({
  ...labelled,
  ...sourced,
  /** The level's short sign, e.g. 二级. */
  sign: z.string().min(1),
  colour: warningColourSchema,
  /** The grade that what threatens may become. */
  grade: idSchema,
  /** In words: when this level is meant. */
  criteria: z.string().min(1),
  /** In whose name it is issued, and so who alone may release it. */
  inNameOf: idSchema,
  approvedBy: z.array(idSchema).min(1),
  issuedBy: z.array(idSchema).min(1),
  cap: capSchema,
});

export const warningActionSchema = z.strictObject({
  ...labelled,
  ...sourced,
  /** Organisations or units, the first one in charge. */
  doneBy: z.array(idSchema).min(1),
  /** Due again and again until the warning ends. */
  everyHours: z.number().int().min(1).optional(),
  /** Only from this level up. */
  fromLevel: idSchema.optional(),
});

export const warningsSchema = z.strictObject({
  ...sourced,
  /** Where clues come from. */
  sources: z.array(z.strictObject({ ...labelled, ...sourced })).min(1),
  /** What threatens. */
  kinds: z.array(z.strictObject({ ...labelled, ...sourced, cap: capCategorySchema })).min(1),
  /** In whose name warnings are issued, and the posts that speak for it when one is released. */
  authorities: z.array(z.strictObject({ ...labelled, ...sourced, releasedBy: z.array(idSchema).min(1) })).min(1),
  /** Lowest first; the index is the rank. */
  levels: z.array(warningLevelSchema).min(1),
  /** The unit that a proposed warning is reported to. */
  reportedTo: z.strictObject({ ...sourced, unit: idSchema }),
  /** What an approval rests on: rules, or the word of a superior. */
  grounds: z.array(z.strictObject({ ...labelled, ...sourced })).min(1),
  /** Without one of these none is issued. */
  required: z.array(z.strictObject({ field: warningFieldSchema, label: z.string().min(1), ...sourced })).min(1),
  change: z.strictObject({ ...sourced }),
  release: z.strictObject({ ...sourced }),
  /** Who is told where nobody says otherwise; of an area: only where the warning names no area or this one. */
  recipients: z.array(z.strictObject({ ...labelled, ...sourced, area: idSchema.optional() })).min(1),
  /** What is done while it is in force. */
  actions: z.array(z.strictObject({ ...labelled, ...sourced, items: z.array(warningActionSchema).min(1) })).min(1),
});

export type Warnings = z.infer<typeof warningsSchema>;
export type WarningLevel = Warnings['levels'][number];
export type WarningAuthority = Warnings['authorities'][number];
export type WarningAction = z.infer<typeof warningActionSchema>;
export type WarningField = z.infer<typeof warningFieldSchema>;
export type WarningColour = z.infer<typeof warningColourSchema>;
