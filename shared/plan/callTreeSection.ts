/**
 * The section of a plan package about who is rung up when a level starts or a warning is issued: in which order, who is
 * tried instead, what it is about [plan 附件6]. It has no number in it: those are the directory's. It may be missing in an
 * older package.
 */
import { z } from 'zod';
import { idSchema, labelled, sourced } from './basics.ts';

/** A post, or one of its holders by office; a unit or organisation. */
export const calledSchema = z.union([
  z.strictObject({ post: idSchema, heldBy: z.string().min(1).optional() }),
  z.strictObject({ party: idSchema }),
]);

export const callStepSchema = z.strictObject({
  /** Unique within the tree. */
  id: idSchema,
  /** `recipients`: everybody a warning goes to, one step each. */
  call: z.union([calledSchema, z.literal('recipients')]),
  /** What is said or asked, in a few words. */
  label: z.string().min(1),
  labelEn: z.string().min(1),
  /** Those of one wave are called at the same time, as many as there are officers; the list keeps the waves' order. */
  wave: z.number().int().min(1).max(20),
  /** Whom to try where nobody is reached, in order. */
  alternates: z.array(calledSchema).max(10).default([]),
  ...sourced,
});

export const callTreesSchema = z.strictObject({
  ...sourced,
  /** Who said that they are calling has it for so long; afterwards it is anybody's again. */
  claimMinutes: z.number().int().min(1).max(60),
  /** Who was not reached is to be tried again after so long. */
  retryMinutes: z.number().int().min(1).max(120),
  trees: z
    .array(
      z.strictObject({
        ...labelled,
        ...sourced,
        when: z.discriminatedUnion('kind', [
          /** A response level put in force from a lower one or none. */
          z.strictObject({ kind: z.literal('level'), level: idSchema }),
          /** A warning of that level issued, or issued anew. */
          z.strictObject({ kind: z.literal('warning'), level: idSchema }),
        ]),
        steps: z.array(callStepSchema).min(1).max(100),
      }),
    )
    .min(1),
});

export type CallTrees = z.infer<typeof callTreesSchema>;
export type CallTree = CallTrees['trees'][number];
export type PlannedCall = z.infer<typeof callStepSchema>;
export type Called = z.infer<typeof calledSchema>;
