/** What is recorded about bulletins. `title` is repeated so that a line of the log reads by itself. */
import { z } from 'zod';
import { responseDecisionSchema } from '../parts.ts';
import { idSchema, lineSchema, paragraphSchema, storedTimedSchema } from '../values.ts';

const ofBulletin = { bulletinId: idSchema, version: z.number().int().min(1), title: lineSchema };

export const bulletinEventSchemas = {
  BulletinDrafted: z.strictObject({ ...ofBulletin, kind: idSchema, text: paragraphSchema }),
  BulletinRevised: z.strictObject({ ...ofBulletin, text: paragraphSchema }),
  BulletinApproved: z.strictObject({ ...ofBulletin, approval: responseDecisionSchema }),
  BulletinReleased: z.strictObject({
    ...ofBulletin,
    /** `id` is null for a channel named in words. */
    channels: z.array(z.strictObject({ id: idSchema.nullable(), name: lineSchema })).min(1),
    spokesperson: lineSchema.nullable(),
    at: storedTimedSchema,
  }),
  BulletinWithdrawn: z.strictObject({ ...ofBulletin, reason: paragraphSchema }),
  SentimentRecorded: z.strictObject({
    text: paragraphSchema,
    source: lineSchema.nullable(),
    at: storedTimedSchema,
  }),
} as const;

export type BulletinEventType = keyof typeof bulletinEventSchemas;
