/**
 * The section of a plan package about what the public is told: which bulletins there are, who approves them, through
 * which channels they go out [plan 4.6]. It may be missing in an older package.
 */
import { z } from 'zod';
import { idSchema, labelled, sourced } from './basics.ts';

/** What a bulletin of this kind is to hold; `precautions` are words for the public that no fact holds. */
export const bulletinPartSchema = z.enum(['event', 'counts', 'measures', 'precautions', 'aftermath']);

export const publicitySchema = z.strictObject({
  ...sourced,
  /** In the order in which the public is told. */
  kinds: z.array(z.strictObject({ ...labelled, ...sourced, holds: z.array(bulletinPartSchema).min(1) })).min(1),
  /** Posts that may approve a bulletin. */
  approval: z.strictObject({ ...sourced, approvedBy: z.array(idSchema).min(1) }),
  channels: z.array(z.strictObject({ ...labelled, ...sourced })).min(1),
});

export type Publicity = z.infer<typeof publicitySchema>;
export type BulletinKind = Publicity['kinds'][number];
export type BulletinPart = z.infer<typeof bulletinPartSchema>;
