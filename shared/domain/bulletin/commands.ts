/** Commands about what the public is told: drafted, approved, released; and what the public says [plan 4.6]. */
import { z } from 'zod';
import { onIncident, ownDecisionInput } from '../parts.ts';
import { idSchema, lineSchema, paragraphSchema, timedSchema } from '../values.ts';

/** The version that was read when it was approved or released; another one is refused. */
const version = z.number().int().min(1);

export const draftBulletinSchema = z.strictObject({
  type: z.literal('DraftBulletin'),
  ...onIncident,
  bulletinId: idSchema,
  /** A kind of the plan's publicity section. */
  kind: idSchema,
  title: lineSchema,
  text: paragraphSchema,
});

/** Another version; an approval of the one before no longer holds. */
export const reviseBulletinSchema = z.strictObject({
  type: z.literal('ReviseBulletin'),
  ...onIncident,
  bulletinId: idSchema,
  version,
  title: lineSchema,
  text: paragraphSchema,
});

export const approveBulletinSchema = z.strictObject({
  type: z.literal('ApproveBulletin'),
  ...onIncident,
  bulletinId: idSchema,
  version,
  approval: ownDecisionInput,
});

export const releaseBulletinSchema = z.strictObject({
  type: z.literal('ReleaseBulletin'),
  ...onIncident,
  bulletinId: idSchema,
  version,
  /** Channels of the plan by id, or others in words. */
  channels: z
    .array(z.union([idSchema, z.strictObject({ other: lineSchema })]))
    .min(1)
    .max(20),
  spokesperson: lineSchema.optional(),
  releasedAt: timedSchema.optional(),
});

/** Given up before it went out. */
export const withdrawBulletinSchema = z.strictObject({
  type: z.literal('WithdrawBulletin'),
  ...onIncident,
  bulletinId: idSchema,
  reason: paragraphSchema,
});

/** 舆情: what was seen or heard in public, and what is to be done about it. */
export const recordSentimentSchema = z.strictObject({
  type: z.literal('RecordSentiment'),
  ...onIncident,
  text: paragraphSchema,
  /** Where it was seen. */
  source: lineSchema.optional(),
  seenAt: timedSchema.optional(),
});

export const bulletinCommandSchemas = [
  draftBulletinSchema,
  reviseBulletinSchema,
  approveBulletinSchema,
  releaseBulletinSchema,
  withdrawBulletinSchema,
  recordSentimentSchema,
] as const;
